// `lenet report`: a finished run and its images -> its report once more.
import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import { rebuildReport } from '../run/rebuild-report.js';
import { openRunFolder } from '../run/run-folder.js';
import { catchInterruption } from './interruption.js';

export async function runReportCommand(
  path: string,
  { out, json = false, quiet = false }: { out?: string; json?: boolean; quiet?: boolean },
): Promise<void> {
  const folder = openRunFolder(path);
  const say = (line: string) => {
    if (!quiet) process.stderr.write(`${line}\n`);
  };
  const { signal, release } = catchInterruption();
  try {
    if (out === undefined) await folder.lock(say);
    const write = out === undefined ? folder.write : writerInto(out);
    const page = join(out ?? path, await rebuildReport({ folder, signal, say, write }));
    process.stdout.write(json ? `${JSON.stringify({ run: path, report: page })}\n` : `Report: ${page}\n`);
  } finally {
    release();
    folder.release();
  }
}

const writerInto = (folder: string) => (name: string, content: string | Uint8Array) =>
  writeFileWhole(join(folder, name), content);
