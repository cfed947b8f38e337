// npm run release:repository -- https://github.com/OWNER/NAME
import { repositoryRoot } from './public-packages.ts';
import { setRepository } from './set-repository.ts';

try {
  const changed = setRepository(repositoryRoot, process.argv[2] ?? '');
  process.stdout.write(`${changed.length > 0 ? changed.join(', ') : 'no package'} changed\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
