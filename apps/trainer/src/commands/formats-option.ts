import { InvalidArgumentError } from 'commander';
import { type ExportFormat, exportFormats } from '../formats/export-formats.js';

/** Parser of formats: one, several with commas between, or all. */
export function formatsOption(text: string): readonly ExportFormat[] {
  if (text === 'all') return exportFormats;
  const names = text.split(',').map((name) => name.trim());
  const known = exportFormats.filter((format) => names.includes(format));
  if (names.every((name) => (known as string[]).includes(name))) return known;
  throw new InvalidArgumentError(
    `Expected ${exportFormats.join(', ')}, several of them with commas between, or all.`,
  );
}
