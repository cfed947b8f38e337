// Serves the built site: `npm run demo -- --port 3000` ends here.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listen } from './listen.mjs';
import { createStaticServer } from './static-server.mjs';

const usage = `Usage: npm run demo -- [options]

Builds the page, serves it on this machine only and prints its address. Ctrl-C stops it.

Options:
  --port <number>  0 to 65535; a free one where it is taken (default: 3000)
  --help           print this
`;

/** Opens the page where a person sits in front: a script or a build server only reads the address. */
function openBrowser(/** @type {string} */ address) {
  if (!process.stdout.isTTY || process.env.CI) return;
  const [program, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open', address];
  // The address is printed: where no browser opens by itself, nothing is lost.
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** @returns {{ help: boolean, port: number } | string} the options, or what is wrong with them */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string', default: '3000' }, help: { type: 'boolean', default: false } },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65535) {
      return `--port: expected a number from 0 to 65535, got "${values.port}".`;
    }
    return { help: values.help, port };
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n\n${usage}`);
  process.exitCode = 2;
} else if (options.help) {
  process.stdout.write(usage);
} else {
  const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)));
  const address = await listen(server, options.port);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
  process.stdout.write(`The demo is at ${address} (Ctrl-C stops it)\n`);
  openBrowser(address);
}
