import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Outcome, succeeded } from './outcome.js';
import { errorLine } from './run-program.js';
import type { SetupContext } from './setup-context.js';
import { moveIntoPlace, withTemporaryFolder } from './temporary-folder.js';
import { checkLibrary, type TensorflowLibrary } from './tensorflow-library.js';

/** 2.21.0: the newest that tfjs-node 4.22.0 was compiled against and trained with when this was written. */
const version = '2.21.0';

/**
 * The wheels for CPython 3.11, whichever Python runs pip: only the C library in them is used. On arm64 the
 * package named `tensorflow` is the one for the CPU.
 */
const wheels: Readonly<Record<string, { name: string; megabytes: number; sha256: string }>> = {
  'linux-x64': {
    name: 'tensorflow-cpu',
    megabytes: 274,
    sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
  },
  'linux-arm64': {
    name: 'tensorflow',
    megabytes: 282,
    sha256: '4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c',
  },
};

/** Takes from a wheel, which is a zip archive, the library and those headers that the addon includes. */
const unpackScript = `
import os, sys, zipfile
wheel, folder = sys.argv[1:]
kept = ('include/tensorflow/c/', 'include/tensorflow/core/platform/', 'include/tsl/platform/', 'include/xla/tsl/c/')
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        path = name.removeprefix('tensorflow/')
        if path.startswith('libtensorflow'):
            path = 'lib/' + path
        elif name.endswith('/') or not path.startswith(kept):
            continue
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with archive.open(name) as source, open(os.path.join(folder, path), 'wb') as target:
            while chunk := source.read(1 << 20):
                target.write(chunk)
`;

/** Downloads TensorFlow's wheel with pip and unpacks what is needed into the cache folder, once. */
export async function fetchTensorflowWheel(context: SetupContext): Promise<Outcome<TensorflowLibrary>> {
  const wheel = wheels[context.platform];
  if (wheel === undefined) {
    return failed(
      `there is no wheel for ${context.platform} here`,
      `Set LIBTENSORFLOW_DIR to a folder with TensorFlow's include and lib.`,
    );
  }
  const folder = join(context.cacheFolder, `${wheel.name}-${version}-${context.platform}`);
  const library = { includeFolder: join(folder, 'include'), libraryFolder: join(folder, 'lib') };
  const remedy = `Delete ${folder} and run the command again.`;
  if (existsSync(folder)) return checkLibrary(library, remedy);
  context.report(`downloading ${wheel.name} ${version} with pip (${wheel.megabytes} MB) ...`);
  return withTemporaryFolder(context.cacheFolder, async (temporary) => {
    const requirement = `${wheel.name}==${version} --hash=sha256:${wheel.sha256}`;
    const downloaded = await download(context, requirement, temporary);
    if ('failure' in downloaded) return downloaded;
    const unpacked = join(temporary, 'unpacked');
    const result = await context.run('python3', ['-c', unpackScript, downloaded.value, unpacked], {
      timeoutMs: 1_200_000,
    });
    if (result.code !== 0) {
      return failed(`the wheel was not unpacked: ${errorLine(result)}`, 'Check that 2 GB are free.');
    }
    moveIntoPlace(unpacked, folder);
    return checkLibrary(library, remedy);
  });
}

/** @returns path of the wheel, whose digest pip has checked */
async function download(
  context: SetupContext,
  requirement: string,
  folder: string,
): Promise<Outcome<string>> {
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${requirement}\n`);
  const target = ['--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311'];
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--require-hashes', ...target];
  const result = await context.run('python3', [...args, '--dest', folder, '--requirement', requirements], {
    timeoutMs: 1_800_000,
  });
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (result.code === 0 && wheel !== undefined) return succeeded(join(folder, wheel));
  return failed(
    result.code === 0 ? 'pip ended well, but left no wheel' : errorLine(result),
    'Check that python3 has pip (Debian, Ubuntu: "apt install python3-pip"), that it reaches its package index, and that 2 GB are free.',
  );
}
