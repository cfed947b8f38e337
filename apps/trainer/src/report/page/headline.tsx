import { countParameters } from '@lenet/core';
import { durationText } from '../../progress/progress-text.js';
import { countedText, countText, percentText, timeText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';

/** The run's name, the notice where the digits are synthetic, and its result in figures. */
export function Headline(props: { input: ReportInput; errorCount: number }) {
  const { input, errorCount } = props;
  const { data, test, testEvaluation, architecture, config, environment, startedAt, finishedAt } = input;
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
  const [accuracy, unit] = percentText(testEvaluation.accuracy).split(' ');
  const facts: [string, unknown][] = [
    ['Test loss', testEvaluation.loss.toFixed(4)],
    ['Epochs', input.history.length],
    ['Time', durationText(seconds)],
    ['Seed', config.seed],
    ['Parameters', countText(countParameters(architecture))],
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
      <div class="result">
        <div class="accuracy">
          <p class="label">Test accuracy on {data.title}</p>
          <p class="value">
            {accuracy} <span class="unit">{unit}</span>
          </p>
          <p class="detail">
            {countText(errorCount)} of {countedText(test.count, 'test image')} misread
          </p>
        </div>
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
      </div>
    </header>
  );
}
