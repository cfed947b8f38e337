'use strict';

/**
 * How to run the pinned pnpm by npm's own means.
 *
 * @param {string[]} args pnpm with its version, and its arguments
 * @param {{ platform: string, node: string, npmScript?: string }} system `npmScript`: npm's script where npm started us
 * @returns {{ program: string, args: string[], shell: boolean }}
 */
function pnpmCommand(args, { platform, node, npmScript = '' }) {
  // No shell where it can be done without: one takes "C:\Program Files" for two words.
  if (/npm-cli\.js$/.test(npmScript)) {
    return { program: node, args: [npmScript, 'exec', '--yes', '--', ...args], shell: false };
  }
  // On Windows npx is a script of the shell.
  return { program: 'npx', args: ['--yes', ...args], shell: platform === 'win32' };
}

module.exports = { pnpmCommand };
