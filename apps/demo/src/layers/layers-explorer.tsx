'use client';

import { lenetReport } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import { useCallback, useMemo, useState } from 'react';
import { Choice } from '../design/choice';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { useExplanation } from '../explaining/use-explanation';
import { sourceOf, useKeptModels } from '../keeping/use-kept-models';
import { DrawingPad } from '../pad/drawing-pad';
import { exampleDrawing } from '../pad/example-drawing';
import { LayerView } from './layer-view';
import { layerTitle } from './layer-words';
import styles from './layers-explorer.module.css';
import { numberWords } from './number-words';
import { SeenView } from './seen-view';
import { arithmeticOf, firstUnit, type SelectedUnit, withinLayer } from './selected-unit';
import { UnitInspector } from './unit-inspector';

const example = exampleDrawing(3);

/** The drawing, and what each layer of the network makes of it. */
export function LayersExplorer() {
  const [ink, setInk] = useState<InkImage>();
  const keptModels = useKeptModels();
  const [kept, setKept] = useState('');
  const source = useMemo(() => {
    const model = keptModels.find(({ name }) => name === kept);
    return model && sourceOf(model);
  }, [keptModels, kept]);
  const { network, explanation, sequence, failure } = useExplanation(ink, source);
  const [chosen, setChosen] = useState(firstUnit);
  const [isSaliencyShown, setSaliencyShown] = useState(false);
  const architecture = network?.architecture ?? lenetReport;
  const selected = withinLayer(architecture, chosen);
  const onSelect = useCallback(
    (unit: SelectedUnit) =>
      setChosen((old) => (sameUnit(old, unit) ? old : withinLayer(network!.architecture, unit))),
    [network],
  );

  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <Panel aria-label="Drawing">
          <DrawingPad example={example} onInk={setInk} />
        </Panel>
        <Panel aria-label="The number you point at" className={styles.inspected}>
          <div className={styles.seen}>
            <SeenView {...{ architecture, explanation, selected, isSaliencyShown }} testId="seen" />
            <div>
              <p className={styles.answer} role="status">
                {answerWords(explanation)}
              </p>
              <label className={styles.toggle}>
                <input
                  type="checkbox"
                  checked={isSaliencyShown}
                  onChange={(event) => setSaliencyShown(event.target.checked)}
                />
                Show what speaks for it
              </label>
              {isSaliencyShown && (
                <p className={styles.legend}>
                  <b className={styles.for}>■</b> ink here raises the score,{' '}
                  <b className={styles.against}>■</b> lowers it
                </p>
              )}
            </div>
          </div>
          {network && <UnitInspector {...{ network, explanation, selected, onSelect }} />}
        </Panel>
      </div>
      <Panel
        aria-label="Layers"
        className={styles.layers}
        data-testid="layers"
        data-sequence={sequence}
        data-digit={explanation?.digit ?? ''}
        data-model={network?.name ?? ''}
      >
        {keptModels.length > 0 && (
          <Choice
            label="Network"
            value={kept}
            onChange={setKept}
            options={[
              { value: '', label: 'published' },
              ...keptModels.map(({ name, title }) => ({ value: name, label: title })),
            ]}
          />
        )}
        {failure !== undefined && (
          <Notice kind="failure">The network cannot be looked into: {failure}</Notice>
        )}
        {network ? (
          network.architecture.layers.map((layer, index) => (
            <LayerView
              key={layer.name}
              network={network}
              layerIndex={index}
              activation={explanation?.activations[index]}
              selected={selected.layerIndex === index ? selected : undefined}
              onSelect={onSelect}
            />
          ))
        ) : (
          <p>Loading the network …</p>
        )}
        {network && explanation && (
          <div className={styles.bar} aria-hidden="true">
            <SeenView {...{ architecture, explanation, selected, isSaliencyShown }} />
            <p>
              {layerTitle(architecture, selected.layerIndex)}, {selected.channel + 1}:{' '}
              <b>{numberWords(arithmeticOf(network, explanation, selected).output)}</b>
              <br />
              How it comes about is told above.
            </p>
          </div>
        )}
      </Panel>
    </div>
  );
}

const sameUnit = (one: SelectedUnit, other: SelectedUnit) =>
  one.layerIndex === other.layerIndex &&
  one.row === other.row &&
  one.column === other.column &&
  one.channel === other.channel;

function answerWords(explanation: ReturnType<typeof useExplanation>['explanation']): string {
  if (!explanation) return '…';
  if (explanation.digit === null) return 'Nothing drawn yet.';
  const percent = `${(100 * explanation.probability).toFixed(1)}\u00a0%`;
  return explanation.decision === 'unsure'
    ? `Maybe ${explanation.digit}, ${percent} sure.`
    : `It reads ${explanation.digit}, ${percent} sure.`;
}
