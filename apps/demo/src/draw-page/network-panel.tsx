import { useRef, useState } from 'react';
import { percent } from '../answer/answer-words';
import { Choice } from '../design/choice';
import { IconButton } from '../design/icon-button';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { sourceOf, useKeptModels } from '../keeping/use-kept-models';
import type { DroppedFile } from '../models/dropped-files';
import { publishedModels } from '../models/published-models';
import { useModelDrop } from '../models/use-own-model';
import { type Backend, backendNames, backends } from '../reading/backend';
import { chooseBackend, chooseModel, useReaderStore } from '../reading/reader-store';
import { BackendComparison } from './backend-comparison';
import styles from './network-panel.module.css';

const folderIcon = 'M3 6h6l2 2h10v11H3zM12 17v-6M9.5 13.5 12 11l2.5 2.5';
const shortNames = { engine: 'Lenet engine', wasm: 'WebAssembly', cpu: 'JavaScript' };

/** Which network reads, and what computes it. */
export function NetworkPanel({ className }: { className: string | undefined }) {
  const model = useReaderStore((state) => state.model);
  const description = useReaderStore((state) => state.description);
  const backend = useReaderStore((state) => state.backend);
  const statuses = useReaderStore((state) => state.statuses);
  const [problem, setProblem] = useState<string>();
  const takeModel = useModelDrop(setProblem);
  const keptModels = useKeptModels();
  const isKept = model.kind === 'own' && keptModels.some(({ name }) => name === model.name);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Panel aria-labelledby="network" className={className}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <h2 id="network" className={styles.heading}>
            The network
          </h2>
          <div className={styles.row}>
            <select
              className={styles.select}
              aria-label="Network"
              data-testid="model"
              value={model.kind === 'own' ? (isKept ? `kept:${model.name}` : '') : model.name}
              onChange={({ currentTarget: { value } }) => {
                const kept = keptModels.find(({ name }) => `kept:${name}` === value);
                chooseModel(kept ? sourceOf(kept) : publishedModels.find(({ name }) => name === value)!);
              }}
            >
              {model.kind === 'own' && !isKept && <option value="">{model.name} (your own)</option>}
              {publishedModels.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
              {keptModels.map(({ name, title }) => (
                <option key={name} value={`kept:${name}`}>
                  {title}
                </option>
              ))}
            </select>
            <IconButton icon={folderIcon} onClick={() => input.current!.click()}>
              Use your own run
            </IconButton>
          </div>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            data-testid="run-folder"
            // React knows no such attribute by its type.
            {...{ webkitdirectory: '' }}
            onChange={async ({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])].map(
                (file): DroppedFile => ({ path: file.webkitRelativePath || file.name, file }),
              );
              currentTarget.value = '';
              if (files.length > 0) await takeModel(files);
            }}
          />
          {problem !== undefined && (
            <Notice kind="failure" onClose={() => setProblem(undefined)}>
              {problem}
            </Notice>
          )}
          <p className={styles.facts} data-testid="model-facts">
            {description === undefined ? (
              'Loading the network …'
            ) : (
              <>
                {description.name} {description.version}: {description.parameterCount.toLocaleString('en')}{' '}
                weights, {percent(description.evaluation.accuracy)} of{' '}
                {description.evaluation.count.toLocaleString('en')} test images right (
                {description.evaluation.title}).
              </>
            )}{' '}
            Drop the folder of a run of <code>lenet train</code> here, and your own network reads.
          </p>
        </div>
        <div className={styles.column}>
          <h2 className={styles.heading}>What computes it</h2>
          <Choice<Backend>
            label="All three load the same weights"
            value={backend}
            onChange={chooseBackend}
            options={backends.map((value) => ({ value, label: shortNames[value] }))}
          />
          <p className={styles.facts} aria-live="polite">
            {backendNames[backend]}
            {
              { idle: '', loading: ' is loading …', ready: ' reads.', failed: ' does not run here.' }[
                statuses[backend]
              ]
            }
          </p>
          <BackendComparison />
        </div>
      </div>
    </Panel>
  );
}
