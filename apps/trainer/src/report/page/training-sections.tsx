import { countParameters, summarize } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { ReportFigures } from '../figures/report-figures.js';
import { countedText, countText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';
import { DataTable, ScrollArea } from './data-table.js';
import { FigureView } from './figure-view.js';
import { Section } from './section.js';

/** What was trained on what, and how it went. */
export function TrainingSections(props: { input: ReportInput; figures: ReportFigures }) {
  const { input, figures } = props;
  const { architecture, data, history, samples } = input;
  const hasValidation = history.some(({ validation }) => validation);
  return (
    <>
      <Section name="samples">
        <FigureView figure={figures.samples} label="Sample images">
          Training images of {samples.height} by {samples.width} grey levels with their labels, drawn dark on
          light. {data.attribution}
        </FigureView>
      </Section>
      <Section name="model">
        <p>
          <strong>{architecture.name}</strong> takes images of{' '}
          {architecture.inputShape.slice(0, 2).join(' by ')} and has{' '}
          <strong>{countText(countParameters(architecture))} parameters</strong>, all trained.
        </p>
        <ScrollArea label="Summary of the model">
          <pre>{summarize(architecture)}</pre>
        </ScrollArea>
      </Section>
      <Section name="training">
        <FigureView figure={figures.curves} label="Training curves">
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
