import { countParameters } from '@lenet/core';
import { durationText } from '../../progress/progress-text.js';
import { countedText, countText, percentText, timeText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';
import { wilsonInterval } from '../wilson-interval.js';

/** The run's name, the notice where the digits are synthetic, and its result in a sentence and in figures. */
export function Headline(props: { input: ReportInput; errorCount: number }) {
  const { input, errorCount } = props;
  const { data, test, testEvaluation, architecture, config, environment, startedAt, finishedAt } = input;
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
  const parameters = countText(countParameters(architecture));
  const [lower, upper] = wilsonInterval(test.count - errorCount, test.count);
  const facts: [string, unknown][] = [
    ['Test accuracy', percentText(testEvaluation.accuracy)],
    ['Test loss', testEvaluation.loss.toFixed(4)],
    ['Parameters', parameters],
    ['Epochs', input.history.length],
    ['Time', durationText(seconds)],
    ['Seed', config.seed],
    ['Backend', environment.backend ?? config.backend],
  ];
  return (
    <header class="headline">
      <p class="eyebrow">Lenet training report</p>
      <h1>{input.name}</h1>
      <p class="byline">
        {architecture.name} on {data.title},{' '}
        <time dateTime={startedAt.toISOString()}>{timeText(startedAt)}</time>
      </p>
      {data.kind === 'synthetic' && (
        <aside class="banner" aria-label="Notice">
          <p>
            <strong>Synthetic digits, not MNIST</strong>
          </p>
          <p>
            This run was trained and tested on generated stroke digits. Nothing on this page is a result on
            MNIST, nor comparable with one.
          </p>
        </aside>
      )}
      <p class="summary">
        A network of {parameters} parameters, <strong>{architecture.name}</strong>, was trained for{' '}
        {countedText(input.history.length, 'epoch')} on {data.title}. It misread {countText(errorCount)} of{' '}
        {countedText(test.count, 'test image')}: its accuracy is{' '}
        <strong>{percentText(testEvaluation.accuracy)}</strong>, with a 95 % interval from{' '}
        {percentText(lower)} to {percentText(upper)}.
      </p>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}
