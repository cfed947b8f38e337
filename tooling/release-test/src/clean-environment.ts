import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of the tools that run this test, of npm and of Lenet; none may reach what it runs. */
const ofThisRun =
  /^(npm_|pnpm_|turbo|vitest|lenet_|node_env$|node_path$|node_options$|init_cwd$|test$|dev$)/i;

/**
 * The environment of someone who has never used npm or Lenet on this machine.
 *
 * @param folder for their home, cache and settings; it may not exist yet
 * @param settings content of their `.npmrc`
 */
export function cleanEnvironment(folder: string, settings: string): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name));
  mkdirSync(folder, { recursive: true });
  const settingsPath = join(folder, 'npmrc');
  writeFileSync(settingsPath, settings);
  return {
    ...Object.fromEntries(kept),
    npm_config_userconfig: settingsPath,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_update_notifier: 'false',
    LENET_CACHE_DIR: join(folder, 'lenet-cache'),
  };
}
