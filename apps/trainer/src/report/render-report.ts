import type { Figure } from './figures/figure.js';
import { drawReportFigures } from './figures/report-figures.js';
import { viewNetwork } from './network-views.js';
import { renderReportPage } from './page/report-page.js';
import type { ReportInput } from './report-input.js';
import { findTestFindings } from './test-findings.js';

export interface RenderedReport {
  /** A whole HTML document. */
  readonly page: string;
  readonly figures: readonly Figure[];
}

/** The report of a run without a file being touched. The same input gives the same report. */
export async function renderReport(input: ReportInput): Promise<RenderedReport> {
  const findings = findTestFindings(input);
  const network = await viewNetwork(input);
  return {
    page: renderReportPage({ input, findings, network }),
    figures: drawReportFigures(input, findings, network),
  };
}
