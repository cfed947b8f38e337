import type { Backend } from './requested-backend';

/**
 * Starts the requested backend, or plain JavaScript where WebAssembly fails.
 *
 * @param start loads a backend; rejects where it cannot run
 * @returns the backend that runs, and a word for the visitor where it is not the requested one
 * @throws {Error} where plain JavaScript cannot start either
 */
export async function chooseBackend(
  requested: Backend,
  start: (backend: Backend) => Promise<void>,
): Promise<{ backend: Backend; notice: string | undefined }> {
  try {
    await start(requested);
    return { backend: requested, notice: undefined };
  } catch (error) {
    if (requested === 'cpu') throw error;
    await start('cpu');
    return {
      backend: 'cpu',
      notice: `WebAssembly did not start (${(error as Error).message}). Plain JavaScript reads instead: slower, with the same answers.`,
    };
  }
}
