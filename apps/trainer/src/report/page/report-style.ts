import { darkColours, type FigureColours, lightColours } from '../figures/figure-colours.js';

interface PageColours {
  readonly page: string;
  readonly rule: string;
  readonly shadow: string;
  readonly bannerGround: string;
  readonly bannerInk: string;
  readonly bannerRule: string;
}

const lightPage: PageColours = {
  page: '#f6f5f1',
  rule: '#e2dfd7',
  shadow: '#1a233026',
  bannerGround: '#ffe9c7',
  bannerInk: '#5a2b00',
  bannerRule: '#d9730d',
};

const darkPage: PageColours = {
  page: '#0f1318',
  rule: '#2b333e',
  shadow: '#00000080',
  bannerGround: '#43290a',
  bannerInk: '#ffdcae',
  bannerRule: '#f0953a',
};

/** The style sheet of the page. Figures carry the light colours; rules here replace them on dark. */
export const reportStyle = `
:root { color-scheme: light dark; ${variables(lightColours, lightPage)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(darkColours, darkPage)} } }

*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Noto Sans", "Liberation Sans", sans-serif;
}
h1, h2, .accuracy .value {
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Noto Serif", "Liberation Serif", serif;
  font-weight: 600; line-height: 1.15; text-wrap: balance;
}
h1 { margin: 0; font-size: clamp(1.75rem, 1.3rem + 2vw, 2.75rem); letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 0 0 1rem; font-size: 1.5rem; }
p { margin: 0 0 1rem; max-width: 42rem; overflow-wrap: anywhere; }
a { color: var(--training); }
:focus-visible { outline: 2px solid var(--training); outline-offset: 3px; border-radius: 3px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: 0.9em; }
pre code { font-size: inherit; }
.command { width: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { margin: 0; padding: 1rem 1.25rem; font-size: 0.8125rem; line-height: 1.4; width: max-content; min-width: 100%; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 1; }

.sheet { max-width: 78rem; margin: 0 auto; padding: clamp(1.5rem, 4vw, 4rem) clamp(1rem, 4vw, 3rem) 4rem; }
main { min-width: 0; }
main > section { margin-top: 3.5rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: 0.875rem; }

.eyebrow { margin: 0 0 0.75rem; color: var(--training); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; }
.byline { margin: 0.75rem 0 0; color: var(--muted); }
.banner { margin-top: 1.75rem; padding: 1.1rem 1.4rem; background: var(--banner-ground); color: var(--banner-ink); border: 2px solid var(--banner-rule); border-left-width: 0.75rem; border-radius: 6px; }
.banner p { margin: 0; }
.banner strong { font-size: 1.375rem; line-height: 1.3; }
.result { display: grid; gap: 1.75rem 3rem; margin-top: 2rem; padding: clamp(1.25rem, 3vw, 2rem); background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
.accuracy p { margin: 0; text-wrap: balance; }
.accuracy .label, .accuracy .detail, .facts dt { color: var(--muted); font-size: 0.875rem; }
.accuracy .value { color: var(--training); font-size: clamp(3.25rem, 2rem + 6vw, 5.25rem); letter-spacing: -0.02em; white-space: nowrap; word-spacing: -0.08em; }
.accuracy .unit { font-size: 0.5em; letter-spacing: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 1.1rem 1.75rem; margin: 0; align-content: center; }
.facts div:last-child { grid-column: 1 / -1; }
.facts dd { margin: 0; font-size: 1.125rem; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; line-height: 1.4; }

.contents { margin-top: 2rem; font-size: 0.9375rem; }
.contents ol { list-style: none; margin: 0; padding: 0; columns: 9rem 4; column-gap: 1.5rem; }
.contents a { display: block; padding: 0.25rem 0; color: var(--muted); text-decoration: none; }
.contents a:hover { color: var(--training); text-decoration: underline; }

.scroll {
  overflow-x: auto; background-color: var(--surface);
  /* A shadow at each edge beyond which there is more: the covers scroll along, the shadows stay. */
  background-image: linear-gradient(to right, var(--surface), transparent), linear-gradient(to left, var(--surface), transparent),
    linear-gradient(to right, var(--shadow), transparent), linear-gradient(to left, var(--shadow), transparent);
  background-position: left, right, left, right; background-repeat: no-repeat; background-size: 2.5rem 100%, 2.5rem 100%, 0.75rem 100%, 0.75rem 100%;
  background-attachment: local, local, scroll, scroll;
  border: 1px solid var(--rule); border-radius: 10px; }
.figure { margin: 0 0 1rem; }
.drawing { min-width: 34rem; }
.figure.samples .drawing, .figure.misclassified .drawing { min-width: 40rem; }
.figure.confusion-matrix .drawing { min-width: 36rem; }
figcaption { margin-top: 0.75rem; max-width: 46rem; color: var(--muted); font-size: 0.9375rem; overflow-wrap: anywhere; }
details { margin-top: 1rem; }
summary { width: fit-content; padding: 0.25rem 0; color: var(--training); cursor: pointer; }
details .scroll { margin-top: 0.75rem; }
section > .scroll + p { margin-top: 1.5rem; }

table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0.9rem 1rem 0.6rem; text-align: left; color: var(--muted); font-size: 0.875rem; }
th, td { padding: 0.45rem 1rem; border-top: 1px solid var(--rule); vertical-align: top; }
thead th { border-top: 0; color: var(--muted); font-size: 0.8125rem; vertical-align: bottom; }
th { font-weight: 600; text-align: left; }
.numbers th, .numbers td { text-align: right; white-space: nowrap; }
.numbers thead th { white-space: normal; }
.numbers th:first-child { text-align: left; }
.texts td { white-space: nowrap; }
.texts td:nth-child(2):last-child { white-space: normal; overflow-wrap: anywhere; }
.texts tbody th { white-space: nowrap; font-weight: 400; }
.texts th:first-child { width: 28%; }
.digest { font-size: 0.8125rem; }
tbody tr:hover { background: color-mix(in srgb, var(--training) 6%, transparent); }

.plot { display: block; width: 100%; height: auto; max-width: 56rem; margin: 0 auto; color: var(--ink); font-family: inherit; }
.confusion-matrix .plot, .reliability .plot { max-width: 47rem; }
.plot .ground { fill: none; }
.plot .digits { opacity: var(--digit-opacity); }
.plot .digits image { image-rendering: pixelated; }
${recoloured('fill', ['muted', 'training', 'validation', 'heat', 'on-surface', 'on-heat'])}
${recoloured('stroke', ['muted', 'training', 'validation'])}

@media (min-width: 70rem) {
  .sheet { display: grid; grid-template-columns: minmax(0, 1fr) 12rem; column-gap: 4rem; }
  .headline, footer { grid-column: 1 / -1; }
  .contents { grid-column: 2; grid-row: 2; margin-top: 3.5rem; }
  .contents ol { position: sticky; top: 2rem; columns: 1; padding-left: 1.25rem; border-left: 1px solid var(--rule); }
  main { grid-column: 1; grid-row: 2; }
}
@media (min-width: 48rem) {
  .result { grid-template-columns: fit-content(18rem) minmax(0, 1fr); }
  .facts { padding-left: 3rem; border-left: 1px solid var(--rule); }
}
@media print {
  body { background: none; font-size: 10pt; }
  .sheet { display: block; max-width: none; padding: 0; }
  .contents, .skip { display: none; }
  .result, .scroll { border-color: #bbb; }
  .scroll { overflow: visible; background-image: none; }
  .figure .drawing { min-width: 0 !important; }
  table { font-size: 8.5pt; }
  th, td { padding: 0.2rem 0.45rem; }
  .digest { white-space: normal; overflow-wrap: anywhere; font-size: 7pt; }
  pre { font-size: 8pt; white-space: pre-wrap; width: auto; }
  .figure, .result, tr, pre { break-inside: avoid; }
  h2 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .banner, .plot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

function variables(figure: FigureColours, page: PageColours): string {
  const colours = Object.entries({ ...figure, ...page }).map(
    ([name, value]) => `${variableName(name)}: ${value};`,
  );
  return `${colours.join(' ')} --digit-opacity: ${figure === darkColours ? 0.88 : 1};`;
}

/** `onHeat` to `--on-heat`. */
function variableName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Marks of figures take the colours of the page. */
function recoloured(property: 'fill' | 'stroke', names: readonly string[]): string {
  return names.map((name) => `.plot .${property}-${name} { ${property}: var(--${name}); }`).join('\n');
}
