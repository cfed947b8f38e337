// Entry of the root scripts (`npm run train`, `npm test`, ...): sets up what is missing, then runs.
// Written in ES5, so that a Node that is too old can still say so. No dependencies: it runs before
// anything is installed.
'use strict';
var wanted = 20;
var major = parseInt(process.versions.node, 10);
if (major < wanted) {
  process.stderr.write(
    'Lenet needs Node ' +
      wanted +
      ' or newer, this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
require('./run.cjs').run(process.argv[2], process.argv.slice(3));
