import { countParameters, findArchitecture, summarize } from '@lenet/core';
import { renderToString } from 'preact-render-to-string';
import { countText } from '../report/number-text.js';
import { FigureView, WideFigureView } from '../report/page/figure-view.js';
import { ModelLayers } from '../report/page/model-layers.js';
import { Contents } from '../report/page/section.js';
import { SheetPage } from '../report/page/sheet-page.js';
import { BaselineSection } from './page/baseline-section.js';
import { ClassesSection } from './page/classes-section.js';
import { ComparisonSection } from './page/comparison-section.js';
import { ExampleSection } from './page/example-section.js';
import { HistorySection } from './page/history-section.js';
import { RepeatSection } from './page/repeat-section.js';
import type { Reproduction } from './reproduction.js';
import type { ReproductionFigures } from './reproduction-figures.js';
import { summarizeKeras2 } from './summarize-keras-2.js';

/** The reproduction as one HTML document that needs nothing else. */
export function renderReproductionPage(
  done: Reproduction,
  figures: ReproductionFigures,
  finishedAt: Date,
): string {
  return `<!doctype html>\n${renderToString(<ReproductionPage {...{ done, figures, finishedAt }} />)}\n`;
}

function ReproductionPage(props: { done: Reproduction; figures: ReproductionFigures; finishedAt: Date }) {
  const { done, figures, finishedAt } = props;
  const { experiment, identity } = done;
  return (
    <SheetPage
      title={`Reproduction: ${experiment.name}`}
      eyebrow="Lenet reproduction"
      heading={experiment.title}
      byline={experiment.story}
      notices={<Notices done={done} />}
      contents={<Contents titles={titlesOf(done)} />}
      footer={`Written by Lenet on ${finishedAt.toISOString().slice(0, 10)}.`}
    >
      <ComparisonSection done={done} />
      <DataSection done={done} figures={figures} />
      <ModelSection done={done} />
      <HistorySection done={done} figures={figures.curves} />
      <ClassesSection done={done} />
      <section id="confusion">
        <h2>Confusion matrix</h2>
        <WideFigureView figure={figures.confusion} label="Confusion matrix as a picture">
          Test images of {identity.title}, seed {done.records[0].seed}. {identity.attribution}
        </WideFigureView>
      </section>
      <ExampleSection done={done} />
      <BaselineSection done={done} />
      <RepeatSection done={done} />
    </SheetPage>
  );
}

/** Headings by anchor, as they stand in the sections. */
function titlesOf({ baseline }: Reproduction): Record<string, string> {
  return {
    figures: 'Published and ours',
    data: 'Data',
    model: 'Model',
    history: 'Training',
    classes: 'Class by class',
    confusion: 'Confusion matrix',
    examples: 'Single images',
    ...(baseline.length > 0 && { baseline: 'A standard network' }),
    repeat: 'How to repeat it',
  };
}

/** What keeps the page from being read as more than it is. */
function Notices({ done }: { done: Reproduction }) {
  const { identity, isShortened } = done;
  if (identity.kind === 'mnist' && !isShortened) return null;
  return (
    <aside class="banner" aria-label="Notice">
      {identity.kind !== 'mnist' && (
        <p>
          <strong>{identity.title}: not the data of the publication.</strong> Nothing on this page is a result
          on MNIST.
        </p>
      )}
      {isShortened && (
        <p>
          <strong>Shortened: not the published experiment.</strong> It was done with fewer epochs or images,
          for a quick look.
        </p>
      )}
    </aside>
  );
}

function DataSection({ done, figures }: { done: Reproduction; figures: ReproductionFigures }) {
  const { training, test, identity } = done;
  const shape = ({ count, height, width }: typeof training) => `(${count}, ${height}, ${width})`;
  return (
    <section id="data">
      <h2>Data</h2>
      <p>
        Shapes as the publication prints them: training images <code>{shape(training)}</code>, test images{' '}
        <code>{shape(test)}</code>. Grey levels are divided by 255, and each image gets a channel axis:{' '}
        <code>
          ({training.height}, {training.width}, 1)
        </code>
        .
      </p>
      <FigureView figures={[figures.firstImage]} kind="image">
        The first training image, labelled {training.labels[0]}. {identity.attribution ?? identity.title}
      </FigureView>
      <WideFigureView figure={figures.samples} label="Training images">
        The first training images with their labels. {identity.attribution ?? identity.title}
      </WideFigureView>
    </section>
  );
}

function ModelSection({ done }: { done: Reproduction }) {
  const architecture = findArchitecture(done.settings.architecture);
  const summary = done.experiment.summary === 'keras-2' ? summarizeKeras2 : summarize;
  const count = countParameters(architecture);
  return (
    <section id="model">
      <h2>Model</h2>
      <p>
        Published: {countText(done.experiment.parameterCount)} parameters. Ours: {countText(count)}.
      </p>
      <ModelLayers architecture={architecture} print={summary} isOpen />
    </section>
  );
}
