import { expect, test, vi } from 'vitest';

vi.stubEnv('NEXT_PUBLIC_MODELS', '[]');
const { requestedModel } = await import('./published-models');

const models = ['first', 'second'].map((name) => ({
  kind: 'published' as const,
  name,
  version: '1.0.0',
  path: `models/${name}/1.0.0/`,
  weights: 'int8' as const,
}));

test.each([
  ['', 'first', undefined],
  ['?model=second', 'second', undefined],
  ['?model=third', 'first', 'There is no model "third": first, second exist. Using first.'],
])('%j asks for %s', (search, name, notice) => {
  const { model, ...rest } = requestedModel(search, models);
  expect({ name: model.name, ...rest }).toEqual({ name, notice });
});
