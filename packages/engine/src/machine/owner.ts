import { InvalidArgumentError } from '@lenet/core';

/** Holds what is used until it is disposed, and lets go of it then. */
export interface Owner<Value> {
  /** @throws {InvalidArgumentError} when it has been disposed */
  open(): Value;
  readonly isDisposed: boolean;
  /** May be called again; later calls wait for the first. */
  dispose(): Promise<void>;
}

/** @param name for the message */
export function createOwner<Value extends { dispose(): Promise<void> }>(
  name: string,
  owned: Value,
): Owner<Value> {
  let value: Value | undefined = owned;
  let disposed: Promise<void> | undefined;
  return {
    open() {
      if (value) return value;
      throw new InvalidArgumentError({
        argument: 'dispose',
        received: undefined,
        message: `${name}: it has been disposed and cannot be used any more. Make a new one.`,
      });
    },
    get isDisposed() {
      return disposed !== undefined;
    },
    dispose() {
      disposed ??= value!.dispose();
      value = undefined;
      return disposed;
    },
  };
}
