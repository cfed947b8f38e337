/**
 * Why something could not be kept, for the visitor.
 *
 * @param error of IndexedDB
 * @param kept what becomes of it now, e.g. `Your digits stay on this page until you close it.`
 */
export function storageProblem(error: unknown, kept: string): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return `This device has no room left for this page. ${kept}`;
  return `This browser lets the page keep nothing, as in a private window or with site data blocked. ${kept}`;
}
