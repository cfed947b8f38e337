'use strict';
const { existsSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** Folders of the workspace that have the script of the suite. */
function testedPackages(root, suite) {
  return ['packages', 'apps', 'tooling'].flatMap((group) => {
    if (!existsSync(join(root, group))) return [];
    return readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => {
        const manifest = join(folder, 'package.json');
        return (
          existsSync(manifest) && suite.script in (JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {})
        );
      });
  });
}

/** A result that is left from an earlier run must not be counted; turbo puts cached ones back. */
function removeOldResults(root, suite) {
  for (const folder of testedPackages(root, suite)) rmSync(join(folder, suite.results), { force: true });
}

/**
 * Adds up what vitest's JSON reporter wrote in each package.
 *
 * @returns {{ passed: number, failed: number, missing: string[] }} tests, and packages without results
 */
function summarizeResults(root, suite) {
  const totals = { passed: 0, failed: 0, missing: [] };
  for (const folder of testedPackages(root, suite)) {
    const path = join(folder, suite.results);
    if (!existsSync(path)) {
      totals.missing.push(folder.slice(root.length + 1));
      continue;
    }
    const results = JSON.parse(readFileSync(path, 'utf8'));
    totals.passed += results.numPassedTests;
    // A file that does not load has no tests, but it has failed.
    const brokenFiles = results.testResults.filter(
      (file) =>
        file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed'),
    ).length;
    totals.failed += results.numFailedTests + brokenFiles;
  }
  return totals;
}

module.exports = { removeOldResults, summarizeResults };
