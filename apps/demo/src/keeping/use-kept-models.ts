import { useEffect, useState } from 'react';
import type { ModelSource } from '../models/model-source';
import type { KeptModel } from './database';

/** The visitor's own models, once they are read; no page waits for what reads them. */
export function useKeptModels(): readonly KeptModel[] {
  const [models, setModels] = useState<readonly KeptModel[]>([]);
  useEffect(() => {
    import('./kept-models').then(({ listKeptModels }) => listKeptModels()).then(setModels);
  }, []);
  return models;
}

/** A kept model, as whatever reads models takes it. */
export function sourceOf({ name, files }: KeptModel): ModelSource {
  return { kind: 'own', name, files: Object.fromEntries(files) };
}
