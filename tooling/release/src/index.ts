export { filesWith, type PackedPackage, pack } from './pack.ts';
export { type PublicPackage, publicPackages, repositoryRoot } from './public-packages.ts';
export { type RunOptions, type RunResult, run } from './run.ts';
export { runPnpm } from './run-pnpm.ts';
export { setRepository } from './set-repository.ts';
export { writeReleaseFiles } from './write-release-files.ts';
