/** A file that was dropped or chosen. */
export interface DroppedFile {
  /** With the folders that it came in, e.g. `run/model/manifest.json`. */
  readonly path: string;
  readonly file: File;
}

/** A run has hundreds of files at most; a home folder dropped by mistake has millions. */
const MOST_FILES = 5000;

/** All that was dropped, folders and their folders too. */
export async function readDroppedFiles(data: DataTransfer): Promise<readonly DroppedFile[]> {
  // Both before the first await: the browser takes the list back afterwards.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = [...data.files].map((file) => ({ path: file.name, file }));
  if (entries.length === 0) return plain;
  const files: DroppedFile[] = [];
  for (const entry of entries) await collect(entry, '', files);
  return files;
}

async function collect(entry: FileSystemEntry, folder: string, files: DroppedFile[]): Promise<void> {
  if (files.length >= MOST_FILES) return;
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    files.push({ path, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It gives a hundred at a time.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const each of entries) await collect(each, `${path}/`, files);
  }
}
