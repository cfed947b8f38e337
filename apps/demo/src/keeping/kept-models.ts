import { type KeptModel, openDatabase } from './database';

/**
 * Keeps a model folder on this device, for all pages; one of the same name is replaced.
 *
 * @throws {DOMException} where the browser does not keep it
 */
export async function keepModel(model: KeptModel): Promise<void> {
  await (await openDatabase()).put('models', model);
}

/** The kept models, by name; none where the browser keeps nothing. */
export async function listKeptModels(): Promise<readonly KeptModel[]> {
  try {
    return await (await openDatabase()).getAll('models');
  } catch {
    return [];
  }
}

/** Deletes a kept model, if there is one. */
export async function forgetModel(name: string): Promise<void> {
  await (await openDatabase()).delete('models', name);
}
