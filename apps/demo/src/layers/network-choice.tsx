import { memo, useEffect, useState } from 'react';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { requestedKept, sourceOf, useKeptModels } from '../keeping/use-kept-models';
import type { DroppedFile } from '../models/dropped-files';
import type { ModelSource } from '../models/model-source';
import { OwnModelProblem, readOwnModel } from '../models/own-model';
import { publishedModels } from '../models/published-models';
import { FileButton } from '../own-files/file-button';
import { FileDrop } from '../own-files/file-drop';
import styles from './network-choice.module.css';

/** Which network is looked into: a published one, one that the visitor made on this site, or a folder of their own. */
export const NetworkChoice = memo(function NetworkChoice({
  source,
  onChoose,
}: {
  readonly source: ModelSource;
  readonly onChoose: (source: ModelSource) => void;
}) {
  const keptModels = useKeptModels();
  const [own, setOwn] = useState<ModelSource>();
  const [problem, setProblem] = useState<string>();
  const choices = [
    ...publishedModels.map((model) => ({ key: model.name, label: model.name, model: () => model })),
    ...keptModels.map((kept) => ({
      key: `kept:${kept.name}`,
      label: kept.title,
      model: () => sourceOf(kept),
    })),
    ...(own ? [{ key: 'own', label: `${own.name} (your own)`, model: () => own }] : []),
  ];
  const isOwn = source === own;
  const key = isOwn ? 'own' : source.kind === 'own' ? `kept:${source.name}` : source.name;

  useEffect(() => {
    const kept = requestedKept(location.search, keptModels);
    if (kept) onChoose(sourceOf(kept));
  }, [keptModels, onChoose]);

  async function take(files: readonly DroppedFile[]) {
    try {
      const taken = await readOwnModel(files);
      setOwn(taken);
      onChoose(taken);
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof OwnModelProblem)) throw error;
      setProblem(error.message);
    }
  }

  return (
    <div className={styles.choice}>
      <div className={layout.row}>
        <label className={styles.label}>
          Network
          <select
            data-testid="network"
            value={key}
            onChange={({ currentTarget: { value } }) =>
              onChoose(choices.find((choice) => choice.key === value)!.model())
            }
          >
            {choices.map((choice) => (
              <option key={choice.key} value={choice.key}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
        <FileButton isFolder testId="run-folder" onFiles={take}>
          Use your own run …
        </FileButton>
      </div>
      {problem !== undefined && (
        <Notice kind="failure" onClose={() => setProblem(undefined)}>
          {problem}
        </Notice>
      )}
      <FileDrop onFiles={take}>
        Drop the folder of a run, or a model folder, to look into your network.
      </FileDrop>
    </div>
  );
});
