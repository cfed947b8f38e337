import { join } from 'node:path';
import { failed, type Outcome } from './outcome.js';
import { errorLine } from './run-program.js';
import type { SetupContext } from './setup-context.js';
import { checkLibrary, type TensorflowLibrary } from './tensorflow-library.js';

/** Finds the folder without importing the package, which would take seconds. */
const script = [
  'import importlib.util, sys',
  'found = importlib.util.find_spec("tensorflow")',
  'places = list(found.submodule_search_locations or []) if found else []',
  'sys.stdout.write(places[0]) if places else sys.exit("no module named tensorflow")',
].join('\n');

/** Looks for a TensorFlow that is installed for `python3`: its package holds the C library and the headers. */
export async function findPythonTensorflow(context: SetupContext): Promise<Outcome<TensorflowLibrary>> {
  const result = await context.run('python3', ['-c', script], { timeoutMs: 30_000 });
  if (result.code !== 0) {
    return failed(errorLine(result), 'To use this way, install it: "python3 -m pip install tensorflow-cpu".');
  }
  return checkLibrary(
    { includeFolder: join(result.stdout, 'include'), libraryFolder: result.stdout },
    `The TensorFlow in ${result.stdout} is not complete; install it again.`,
  );
}
