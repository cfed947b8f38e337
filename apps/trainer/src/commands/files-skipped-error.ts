import { LenetError } from '@lenet/core';

/** Some files could not be read; each was told when its turn came. */
export class FilesSkippedError extends LenetError {
  override readonly name = 'FilesSkippedError';
  readonly skipped: number;

  constructor(fields: { skipped: number }) {
    super(`${fields.skipped === 1 ? '1 file was' : `${fields.skipped} files were`} skipped; see above.`);
    this.skipped = fields.skipped;
  }
}
