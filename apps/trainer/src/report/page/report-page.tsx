import { renderToString } from 'preact-render-to-string';
import { exampleText } from '../example-text.js';
import type { NetworkViews } from '../network-views.js';
import { timeText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';
import type { TestFindings } from '../test-findings.js';
import { Headline } from './headline.js';
import { NetworkSections } from './network-sections.js';
import { PageHead } from './page-head.js';
import { createPagePictures } from './page-pictures.js';
import { ProvenanceSections } from './provenance-sections.js';
import { Contents, sectionTitles } from './section.js';
import { TestSections } from './test-sections.js';
import { SpriteSheet } from './tile.js';
import { TrainingSections } from './training-sections.js';
import { walkMatrix } from './walk-matrix.js';

interface ReportPageProps {
  readonly input: ReportInput;
  readonly findings: TestFindings;
  readonly network: NetworkViews;
}

/**
 * The report as one HTML document that needs nothing else, neither font nor file beside it. Its one script
 * only makes the confusion matrix quicker to walk by keyboard.
 */
export function renderReportPage(props: ReportPageProps): string {
  return `<!doctype html>\n${renderToString(<ReportPage {...props} />)}\n`;
}

const script = `(${walkMatrix})()`;

function ReportPage({ input, findings, network }: ReportPageProps) {
  const { name, data, finishedAt, test } = input;
  const { attribution } = data;
  const pictures = createPagePictures(input, findings, network);
  const sprites = [pictures.samples, pictures.test, pictures.filters, ...pictures.maps];
  const { maps, ...others } = sectionTitles;
  const titles = network.maps.length === 0 ? others : sectionTitles;
  const notice = data.kind === 'synthetic' ? 'Synthetic digits, not MNIST: ' : '';
  return (
    <html lang="en">
      <PageHead title={`${notice}${name}`} script={script} />
      <body>
        <a class="skip" href="#content">
          Skip to the report
        </a>
        <SpriteSheet sprites={sprites.filter((sprite) => sprite !== undefined)} />
        <div class="sheet">
          <Headline input={input} errorCount={findings.misclassified.length} />
          <Contents titles={titles} />
          <main id="content">
            <TrainingSections input={input} classes={findings.classes} samplePictures={pictures.samples} />
            <TestSections findings={findings} pictures={pictures} attribution={attribution} />
            <NetworkSections
              network={network}
              pictures={pictures}
              example={exampleText(findings, test.labels, network.example)}
              attribution={attribution}
            />
            <ProvenanceSections input={input} />
          </main>
          <footer>
            Written by Lenet on {timeText(finishedAt)}. Each figure lies beside this page as an SVG and a PNG
            file.
          </footer>
        </div>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}
