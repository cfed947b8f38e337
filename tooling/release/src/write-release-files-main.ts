// npm run release:files -- FOLDER
import { resolve } from 'node:path';
import { repositoryRoot } from './public-packages.ts';
import { writeReleaseFiles } from './write-release-files.ts';

const folders = await writeReleaseFiles(repositoryRoot, resolve(process.argv[2] ?? 'release-files'));
process.stdout.write(`${folders.join('\n')}\n`);
