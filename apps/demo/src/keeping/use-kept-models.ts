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

/** The part of a page's address that has it begin with a kept model. */
export const keptQuery = (name: string) => `?kept=${encodeURIComponent(name)}`;

/** The kept model that the page's address asks for; undefined where it asks for none, or that one is gone. */
export function requestedKept(search: string, models: readonly KeptModel[]): KeptModel | undefined {
  const wanted = new URLSearchParams(search).get('kept');
  return models.find(({ name }) => name === wanted);
}
