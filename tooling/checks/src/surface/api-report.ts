import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { type Entry, root } from '../repository.ts';

/** Where the report of an entry is kept, from the root of the repository. */
export const reportPath = ({ packageFolder, shortName }: Entry): string =>
  `${packageFolder}/api/${shortName}.api.md`;

/**
 * Everything that an entry exports, with signatures but without comments, as Markdown in a fixed order:
 * two reports differ where the surface does. Read from the built declarations.
 *
 * @throws Error when the package is not built, or the extractor cannot read its declarations
 */
export function makeReport(entry: Entry): string {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-api-'));
  try {
    const tsconfig = join(folder, 'tsconfig.json');
    const compilerOptions = {
      target: 'ES2022',
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      lib: ['ES2023', 'WebWorker'],
      types: [],
      skipLibCheck: true,
      strict: true,
    };
    const types = join(root, entry.types);
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: [types] }));
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: join(root, entry.packageFolder),
        mainEntryPointFilePath: types,
        compiler: { tsconfigFilePath: tsconfig },
        apiReport: {
          enabled: true,
          reportFolder: folder,
          reportTempFolder: folder,
          reportFileName: `${entry.shortName}.api.md`,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        newlineKind: 'lf',
        messages: {
          compilerMessageReporting: { default: { logLevel: 'error' as ExtractorLogLevel } },
          // How comments are written, and which of them say @public, is not this report's business.
          extractorMessageReporting: {
            default: { logLevel: 'none' as ExtractorLogLevel },
            'ae-forgotten-export': { logLevel: 'warning' as ExtractorLogLevel, addToApiReportFile: true },
          },
          tsdocMessageReporting: { default: { logLevel: 'none' as ExtractorLogLevel } },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, entry.packageFolder, 'package.json'),
    });
    const errors: string[] = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        message.handled = true;
      },
    });
    if (errors.length > 0)
      throw new Error(`${entry.specifier}: no report of its surface: ${errors.join(' ')}`);
    return readFileSync(join(folder, `${entry.shortName}.api.md`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
