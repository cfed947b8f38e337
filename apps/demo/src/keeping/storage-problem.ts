/**
 * Why something could not be kept, for the visitor.
 *
 * @param error of IndexedDB
 * @param what e.g. `The digits`
 */
export function storageProblem(error: unknown, what: string): string {
  const name = error instanceof DOMException ? error.name : '';
  const kept = `${what} stay on this page until you close it; download them to keep them.`;
  if (name === 'QuotaExceededError') {
    return `This device has no room left for this page. ${kept}`;
  }
  return `This browser lets the page keep nothing, as in a private window or with site data blocked. ${kept}`;
}
