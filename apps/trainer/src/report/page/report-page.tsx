import { renderToString } from 'preact-render-to-string';
import type { ReportFigures } from '../figures/report-figures.js';
import { timeText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';
import type { TestFindings } from '../test-findings.js';
import { Headline } from './headline.js';
import { ProvenanceSections } from './provenance-sections.js';
import { reportStyle } from './report-style.js';
import { Contents } from './section.js';
import { TestSections } from './test-sections.js';
import { TrainingSections } from './training-sections.js';

/** The report as one HTML document that needs nothing else: no script, no font, no file beside it. */
export function renderReportPage(input: ReportInput, findings: TestFindings, figures: ReportFigures): string {
  return `<!doctype html>\n${renderToString(<ReportPage {...{ input, findings, figures }} />)}\n`;
}

function ReportPage(props: { input: ReportInput; findings: TestFindings; figures: ReportFigures }) {
  const { input, findings, figures } = props;
  const { name, data, finishedAt } = input;
  const notice = data.kind === 'synthetic' ? 'Synthetic digits, not MNIST: ' : '';
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>{`${notice}${name}`}</title>
        <link rel="icon" href="data:," />
        {/* Escaping would break its selectors. */}
        <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the report
        </a>
        <div class="sheet">
          <Headline input={input} errorCount={findings.misclassified.length} />
          <Contents />
          <main id="content">
            <TrainingSections input={input} figures={figures} />
            <TestSections
              findings={findings}
              figures={figures}
              {...(data.attribution && { attribution: data.attribution })}
            />
            <ProvenanceSections input={input} />
          </main>
          <footer>
            Written by Lenet on {timeText(finishedAt)}. Each figure lies beside this page as an SVG and a PNG
            file.
          </footer>
        </div>
      </body>
    </html>
  );
}
