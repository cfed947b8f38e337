// A package registry on a free port of 127.0.0.1; prints its address.
// node src/serve-registry.ts FOLDER, where FOLDER has verdaccio installed and its `config.yaml`.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const { runServer } = createRequire(join(folder, 'package.json'))('verdaccio');
const server = await runServer(join(folder, 'config.yaml'));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`);
});
// Standard input ends with the process that started this one, even if that one is killed.
process.stdin.on('end', () => process.exit()).resume();
