import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, type Outcome, succeeded } from './outcome.js';
import { errorLine } from './run-program.js';
import { addonPath, type SetupContext } from './setup-context.js';

const probe = fileURLToPath(new URL('./probe-load.js', import.meta.url));

/**
 * Loads tfjs-node as it is now, and computes with it.
 *
 * @returns the version of TensorFlow, e.g. `2.21.0`
 */
export async function checkLoad(context: SetupContext): Promise<Outcome<string>> {
  if (!existsSync(join(context.packageFolder, addonPath))) {
    return failed(
      `the addon has not been made yet (${addonPath} is not there)`,
      'Run "lenet doctor --setup-native".',
    );
  }
  const result = await context.run(process.execPath, [probe, context.packageFolder], {
    environment: { TF_CPP_MIN_LOG_LEVEL: '2' },
    timeoutMs: 60_000,
  });
  if (result.code === 0) return succeeded(result.stdout);
  return failed(
    `the addon does not load: ${errorLine(result)}`,
    'Use another TensorFlow (LIBTENSORFLOW_DIR).',
  );
}
