/** What is wrong of the answers of a network where the most probable ones alone are given. */
export interface RiskCurve {
  readonly name: string;
  /** Shares `0 … 1`. */
  readonly points: readonly { readonly coverage: number; readonly risk: number }[];
}

/** At most so much is to be wrong where so much is answered, in shares. */
export const targets = [
  { coverage: 0.985, risk: 0.0025 },
  { coverage: 0.965, risk: 0.001 },
] as const;

const WIDTH = 640;
const HEIGHT = 380;
const plot = { left: 62, right: WIDTH - 20, top: 84, bottom: HEIGHT - 54 };
const LEAST_COVERAGE = 0.9;
const MOST_RISK = 0.005;
const RISK_STEP = 0.001;

/** Lines differ in their dashes as well: colours are not all that tells them apart. */
const dashes = ['none', '7 5', '2 4'];

const style = `
.ground{fill:#fff}.ink{fill:#1a2330}.muted{fill:#5d6877}.grid{stroke:#d5dae1}.axis{stroke:#5d6877}
.line0{stroke:#1f5fae}.line1{stroke:#b4541a}.line2{stroke:#2b7a50}.target{fill:none;stroke:#1a2330}
@media (prefers-color-scheme:dark){
.ground{fill:#171c24}.ink{fill:#e4e8ee}.muted{fill:#9ba6b5}.grid{stroke:#333b47}.axis{stroke:#9ba6b5}
.line0{stroke:#7db4f5}.line1{stroke:#f0a068}.line2{stroke:#6cc495}.target{stroke:#e4e8ee}}`;

/** Curves of risk over coverage, and the targets; on its own ground, in the colours that the reader's system asks for. */
export function riskFigure(curves: readonly RiskCurve[]): { svg: string; description: string } {
  const x = (coverage: number) =>
    round(plot.left + ((coverage - LEAST_COVERAGE) / (1 - LEAST_COVERAGE)) * (plot.right - plot.left));
  const y = (risk: number) => round(plot.bottom - (risk / MOST_RISK) * (plot.bottom - plot.top));
  const description = `Wrong answers over answers given, MNIST's test set. ${curves.map(describe).join('; ')}.`;
  const text = (at: [number, number], content: string, kind = 'muted', anchor = 'middle', more = '') =>
    `<text class="${kind}" x="${at[0]}" y="${at[1]}" text-anchor="${anchor}"${more}>${content}</text>`;
  const parts = [
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    text(
      [plot.left, 26],
      "Wrong of the answers given, MNIST's test set",
      'ink',
      'start',
      ' font-size="15" font-weight="600"',
    ),
  ];
  for (let risk = 0; risk <= MOST_RISK + 1e-9; risk += RISK_STEP) {
    parts.push(
      `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${y(risk)}" y2="${y(risk)}"/>`,
      text([plot.left - 8, y(risk) + 4], `${(100 * risk).toFixed(1)} %`, 'muted', 'end'),
    );
  }
  for (let percent = 90; percent <= 100; percent += 2) {
    parts.push(text([x(percent / 100), plot.bottom + 20], `${percent} %`));
  }
  parts.push(
    `<line class="axis" x1="${plot.left}" x2="${plot.right}" y1="${plot.bottom}" y2="${plot.bottom}"/>`,
    text([(plot.left + plot.right) / 2, HEIGHT - 12], 'Answered, the most probable first'),
  );
  for (const [index, { name, points }] of curves.entries()) {
    const path = points
      .map(({ coverage, risk }) => `${x(coverage)},${y(Math.min(risk, MOST_RISK))}`)
      .join(' ');
    const look = `class="line${index}" fill="none" stroke-width="2" stroke-dasharray="${dashes[index]}"`;
    const start = plot.left + index * 140;
    parts.push(
      `<polyline ${look} points="${path}"/>`,
      `<line ${look} x1="${start}" x2="${start + 28}" y1="52" y2="52"/>`,
      text([start + 36, 56], name, 'ink', 'start'),
    );
  }
  const legend = plot.left + curves.length * 140;
  for (const { coverage, risk } of targets) parts.push(diamond(x(coverage), y(risk)));
  parts.push(diamond(legend + 8, 52), text([legend + 22, 56], 'target: at most', 'ink', 'start'));
  return {
    description,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter, system-ui, sans-serif" font-size="13"><title>${description}</title><style>${style}</style>\n${parts.join('\n')}\n</svg>\n`,
  };
}

const diamond = (x: number, y: number) =>
  `<path class="target" stroke-width="2" d="M${x} ${y - 6}l6 6-6 6-6-6z"/>`;

function describe({ name, points }: RiskCurve): string {
  const told = [1, ...targets.map(({ coverage }) => coverage)].map((wanted) => {
    const { risk } = points.find(({ coverage }) => coverage === wanted)!;
    return `${(100 * risk).toFixed(2)} % of ${100 * wanted} %`;
  });
  return `${name}: wrong are ${told.join(', ')}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
