/** Lets pass, or holds up. */
export interface Gate {
  close(): void;
  open(): void;
  /** Resolves at once while open, else when it opens. */
  pass(): Promise<void>;
}

/** @returns an open gate */
export function createGate(): Gate {
  let opened = Promise.resolve();
  let open = () => {};
  let isOpen = true;
  return {
    close() {
      if (!isOpen) return;
      isOpen = false;
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    open() {
      isOpen = true;
      open();
    },
    pass: () => opened,
  };
}
