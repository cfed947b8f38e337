import { LenetError } from './lenet-error.js';

/**
 * What is wrong with an IDX file:
 * - `magic`: it does not begin as one
 * - `type`: there is no such element type
 * - `rank`: it has no dimension
 * - `truncated`: it ends too early
 * - `trailing`: there are bytes after its end
 * - `overflow`: its dimensions multiply to more than 2^53 - 1 bytes
 * - `limit`: it is larger than the caller allows
 * - `gzip`: the archive around it is damaged
 * - `content`: it is a whole IDX file, but not the one that belongs here
 */
export type IdxFormatReason =
  | 'magic'
  | 'type'
  | 'rank'
  | 'truncated'
  | 'trailing'
  | 'overflow'
  | 'limit'
  | 'gzip'
  | 'content';

/** Bytes are not the IDX file that they should be. */
export class IdxFormatError extends LenetError {
  override readonly name = 'IdxFormatError';
  /** Name of the file, as the caller gave it. */
  readonly file: string;
  /** What is wrong, for programs. */
  readonly reason: IdxFormatReason;
  /** Where in the decompressed file it shows, in bytes; undefined for `gzip` and `content`. */
  readonly offset: number | undefined;
  /** What was expected, for people. */
  readonly expected: string;
  /** What came, for people. */
  readonly received: string;

  /** @param fields.reason @default 'content' */
  constructor(fields: {
    file: string;
    reason?: IdxFormatReason;
    offset?: number;
    expected: string;
    received: string;
    remedy: string;
    cause?: unknown;
  }) {
    const { file, reason = 'content', offset, expected, received, remedy, cause } = fields;
    super(`IDX file "${file}": expected ${expected}, got ${received}. ${remedy}`, { cause });
    this.file = file;
    this.reason = reason;
    this.offset = offset;
    this.expected = expected;
    this.received = received;
  }
}
