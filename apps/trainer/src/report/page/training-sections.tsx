import { countParameters } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import { shortLabel } from '../class-labels.js';
import { curvePanels } from '../figures/curves-figure.js';
import { LARGEST_SAMPLE_COUNT } from '../figures/samples-figure.js';
import { countedText, countText } from '../number-text.js';
import type { Sprite } from '../pictures/sprite.js';
import type { ReportInput } from '../report-input.js';
import { DataTable } from './data-table.js';
import { FigureView } from './figure-view.js';
import { ModelLayers } from './model-layers.js';
import { Section } from './section.js';
import { Tile, Tiles } from './tile.js';

/** What was trained on what, and how it went. */
export function TrainingSections(props: {
  input: ReportInput;
  classes: readonly string[];
  samplePictures: Sprite | undefined;
}) {
  const { input, classes, samplePictures } = props;
  const { architecture, data, history, samples } = input;
  const hasValidation = history.some(({ validation }) => validation);
  return (
    <>
      <Section name="samples">
        <figure class="samples">
          {samplePictures && (
            <Tiles kind="named">
              {Array.from(samples.labels.subarray(0, LARGEST_SAMPLE_COUNT), (label, position) => (
                <li>
                  <Tile sprite={samplePictures} position={position} />
                  {shortLabel(classes[label], 24)}
                </li>
              ))}
            </Tiles>
          )}
          <figcaption>
            Training images of {samples.height} by {samples.width} grey levels with their labels
            {samplePictures ? '' : ': none was given'}. {data.attribution}
          </figcaption>
        </figure>
      </Section>
      <Section name="model">
        <p>
          <strong>{architecture.name}</strong> takes images of{' '}
          {architecture.inputShape.slice(0, 2).join(' by ')} and has{' '}
          <strong>{countText(countParameters(architecture))} parameters</strong>, all trained.
        </p>
        <ModelLayers architecture={architecture} />
      </Section>
      <Section name="training">
        <FigureView figures={curvePanels(history)} kind="curves">
          Training figures are means over the steps of an epoch, each measured before its update
          {hasValidation
            ? '; validation is measured at the end of the epoch, so it can be ahead.'
            : '. No validation was made at the end of an epoch.'}
        </FigureView>
        <details>
          <summary>The history as a table: {countedText(history.length, 'epoch')}</summary>
          <HistoryTable history={history} />
        </details>
      </Section>
    </>
  );
}

function HistoryTable({ history }: { history: readonly EpochRecord[] }) {
  return (
    <DataTable
      caption="Loss (nats) and accuracy by epoch"
      columns={[
        'Epoch',
        'Training loss',
        'Training accuracy',
        'Validation loss',
        'Validation accuracy',
        'Learning rate',
        'Seconds',
      ]}
      rows={history.map(({ epoch, training, validation, learningRate, seconds }) => [
        epoch,
        training.loss.toFixed(4),
        training.accuracy.toFixed(4),
        validation?.loss.toFixed(4) ?? 'none',
        validation?.accuracy.toFixed(4) ?? 'none',
        Number(learningRate.toPrecision(4)),
        seconds.toFixed(1),
      ])}
    />
  );
}
