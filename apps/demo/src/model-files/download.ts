/** Gives the visitor a file. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/zip'): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
