import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { forgetModel, keepModel, listKeptModels } from './kept-models';
import { sourceOf } from './use-kept-models';

test('a kept model is listed, replaced and forgotten', async () => {
  const files = new Map([['weights.bin', Uint8Array.of(1, 2)]]);
  await keepModel({ name: 'mine', title: 'Trained here', files: new Map() });
  await keepModel({ name: 'mine', title: 'Trained here again', files });
  const [kept, ...others] = await listKeptModels();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ name: 'mine', title: 'Trained here again' });
  expect(sourceOf(kept)).toEqual({
    kind: 'own',
    name: 'mine',
    files: { 'weights.bin': Uint8Array.of(1, 2) },
  });
  await forgetModel('mine');
  expect(await listKeptModels()).toEqual([]);
});
