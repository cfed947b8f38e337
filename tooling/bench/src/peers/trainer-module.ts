/** Address of a module of the trainer, which is built before; the trainer is a command and exports none. */
export const trainerModule = (path: string): string =>
  new URL(`../../../../apps/trainer/dist/${path}`, import.meta.url).href;
