/**
 * Finds the model folder in a run folder, or in whatever the visitor gave: the shallowest folder with a
 * `manifest.json`, `model/` first.
 *
 * @param paths of files, with `/` between folders
 * @returns the folder with a slash at its end, or empty for the top; undefined where there is none
 */
export function findModelFolder(paths: readonly string[]): string | undefined {
  const folders = paths
    .filter((path) => /(^|\/)manifest\.json$/.test(path))
    .map((path) => path.slice(0, -'manifest.json'.length));
  const depth = (folder: string) => folder.split('/').length;
  const isModel = (folder: string) => /(^|\/)model\/$/.test(folder);
  folders.sort(
    (a, b) => Number(isModel(b)) - Number(isModel(a)) || depth(a) - depth(b) || a.localeCompare(b),
  );
  return folders[0];
}
