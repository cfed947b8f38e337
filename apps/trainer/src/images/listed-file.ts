import type { LenetError } from '@lenet/core';

/** A file to read, or why there is none. */
export type ListedFile =
  | { readonly file: string; readonly problem?: undefined }
  | { readonly problem: LenetError };
