'use client';

import { lenetReport } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import { useCallback, useMemo, useState } from 'react';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { useExplanation } from '../explaining/use-explanation';
import type { ModelSource } from '../models/model-source';
import { publishedModels } from '../models/published-models';
import { DrawingPad } from '../pad/drawing-pad';
import { exampleDrawing } from '../pad/example-drawing';
import { AnswerWithSaliency } from './answer-with-saliency';
import { LayerView } from './layer-view';
import styles from './layers-explorer.module.css';
import { NetworkChoice } from './network-choice';
import { PointedBar } from './pointed-bar';
import { firstUnit, type SelectedUnit, withinLayer } from './selected-unit';
import { SpokenUnit } from './spoken-unit';
import { UnitInspector } from './unit-inspector';

const example = exampleDrawing(3);

/** The drawing, and what each layer of the network makes of it. */
export function LayersExplorer() {
  const [ink, setInk] = useState<InkImage>();
  const [source, setSource] = useState<ModelSource>(publishedModels[0]);
  const { network, explanation, sequence, failure } = useExplanation(ink, source);
  const [chosen, setChosen] = useState(firstUnit);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const [isSaliencyShown, setSaliencyShown] = useState(false);
  const architecture = network?.architecture ?? lenetReport;
  const selected = useMemo(() => withinLayer(architecture, chosen), [architecture, chosen]);
  const onSelect = useCallback((unit: SelectedUnit, isByKeyboard = false) => {
    setChosen((old) => (sameUnit(old, unit) ? old : unit));
    setByKeyboard(isByKeyboard);
  }, []);
  const shown = { architecture, explanation, selected, isSaliencyShown };

  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <Panel aria-label="Drawing">
          <DrawingPad example={example} onInk={setInk} />
        </Panel>
        <Panel aria-label="The number you point at" className={styles.inspected} id="pointed-at">
          <AnswerWithSaliency {...shown} onToggle={setSaliencyShown} />
          {network && <UnitInspector {...{ network, explanation, selected, onSelect }} />}
        </Panel>
      </div>
      <Panel
        aria-label="Layers"
        className={styles.layers}
        data-testid="layers"
        data-sequence={sequence}
        data-digit={explanation?.digit ?? ''}
        data-decision={explanation?.decision ?? ''}
        data-model={network?.name ?? ''}
      >
        <NetworkChoice source={source} onChoose={setSource} />
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
              probabilities={
                index === architecture.layers.length - 1 ? explanation?.probabilities : undefined
              }
              selected={selected.layerIndex === index ? selected : undefined}
              onSelect={onSelect}
            />
          ))
        ) : (
          <p>Loading the network …</p>
        )}
        {network && explanation && (
          <>
            <PointedBar network={network} {...shown} explanation={explanation} />
            <SpokenUnit {...{ network, explanation, selected, isByKeyboard }} />
          </>
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
