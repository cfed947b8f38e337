import type { ModelSource } from './model-source';

type Published = Extract<ModelSource, { kind: 'published' }>;

/** What `@lenet/model-artifacts` held when the site was built, the one to start with first. */
export const publishedModels: readonly Published[] = JSON.parse(process.env.NEXT_PUBLIC_MODELS!);

/**
 * Reads `?model=` of the page's address.
 *
 * @param search `location.search`
 * @returns the model, and a word for the visitor where the address names none that exists
 */
export function requestedModel(
  search: string,
  models: readonly Published[] = publishedModels,
): { model: Published; notice: string | undefined } {
  const name = new URLSearchParams(search).get('model');
  const model = models.find((each) => each.name === name);
  if (name === null || model) return { model: model ?? models[0], notice: undefined };
  const names = models.map((each) => each.name).join(', ');
  return {
    model: models[0],
    notice: `There is no model "${name}": ${names} exist. Using ${models[0].name}.`,
  };
}
