import { darkVariables, lightVariables } from './page-colours.js';
import { pictureStyle } from './picture-style.js';
import { printStyle } from './print-style.js';

/** The style sheet of the page. Figures carry the light colours; rules here replace them on dark. */
export const reportStyle = `
:root {
  color-scheme: light dark; ${lightVariables}
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Charter, Georgia, "Noto Serif", "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root { ${darkVariables} }
  /* Ink becomes chalk; colours keep their hue. */
  .tile use { filter: invert(1) hue-rotate(180deg); }
}

*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 var(--serif); counter-reset: figure table; }
h1, h2 { font-weight: 600; line-height: 1.15; text-wrap: balance; }
h1 { margin: 0; font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem); letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 0 0 1.1rem; font-size: 1.4375rem; }
h3 { margin: 0 0 0.5rem; font: 0.9375rem/1.4 var(--sans); color: var(--muted); }
p { margin: 0 0 1rem; max-width: 42rem; overflow-wrap: anywhere; }
a { color: var(--training); }
:focus-visible { outline: 2px solid var(--training); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); }
code { font-size: 0.875em; overflow-wrap: anywhere; }
pre code { font-size: inherit; }
pre { margin: 0; padding: 0.25rem 0; font-size: 0.8125rem; line-height: 1.4; width: max-content; min-width: 100%; }
.command { width: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 1; }

.sheet { --side: clamp(1rem, 4vw, 3rem); max-width: 74rem; margin: 0 auto; padding: clamp(1.75rem, 5vw, 4.5rem) var(--side) 4rem; }
main { min-width: 0; }
main > section { margin-top: 3.75rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--muted); font: 0.875rem/1.5 var(--sans); }

.eyebrow { margin: 0 0 0.9rem; color: var(--muted); font: 600 0.8125rem/1.4 var(--sans); letter-spacing: 0.06em; }
.byline { margin: 0.75rem 0 0; color: var(--muted); font-style: italic; }
.banner { max-width: 46rem; margin-top: 1.75rem; padding: 1rem 1.25rem; background: var(--banner-ground); color: var(--banner-ink); border-left: 0.4rem solid var(--banner-rule); font: 0.9375rem/1.5 var(--sans); }
.banner p { margin: 0; }
.banner strong { font-size: 1.25rem; line-height: 1.4; }
.summary { max-width: 46rem; margin: 1.75rem 0 0; font-size: 1.25rem; line-height: 1.55; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, auto)); gap: 1rem 2rem; margin: 2rem 0 0; padding: 1rem 0; border: solid var(--ink); border-width: 1.5px 0 1px; font-family: var(--sans); }
.facts div:last-child { grid-column: span 2; }
.facts dt { color: var(--muted); font-size: 0.8125rem; }
.facts dd { margin: 0.1rem 0 0; font-size: 1.0625rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; line-height: 1.4; }

.contents { margin-top: 2rem; font: 0.9375rem/1.5 var(--sans); }
.contents ol { list-style: none; margin: 0; padding: 0; columns: 9rem 3; column-gap: 1.5rem; }
.contents a { display: block; padding: 0.2rem 0; color: var(--muted); text-decoration: none; }
.contents a:hover { color: var(--training); text-decoration: underline; }

figure { margin: 0 0 1.5rem; }
.drawings { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); align-items: start; }
.stacked .drawings, .wide .drawings { grid-template-columns: minmax(0, 48rem); }
.scores .drawings { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.reliability .drawings { grid-template-columns: minmax(0, 30rem); }
figcaption { margin-top: 1rem; max-width: 46rem; color: var(--muted); font: 0.9375rem/1.5 var(--sans); overflow-wrap: anywhere; }
figcaption::before { counter-increment: figure; content: "Figure " counter(figure) ". "; color: var(--ink); font-weight: 600; }

.scroll { overflow-x: auto; }
details { margin-top: 1rem; font-family: var(--sans); }
summary { width: fit-content; padding: 0.25rem 0; color: var(--training); font-size: 0.9375rem; cursor: pointer; }
details .scroll { margin-top: 0.75rem; }
section > .scroll + p, section > .scroll + .scroll { margin-top: 1.25rem; }

table { width: 100%; border-collapse: collapse; border-bottom: 1.5px solid var(--ink); font: 0.9375rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
caption { padding: 0 0 0.6rem; text-align: left; color: var(--muted); font-size: 0.9375rem; }
caption::before { counter-increment: table; content: "Table " counter(table) ". "; color: var(--ink); font-weight: 600; }
th, td { padding: 0.3rem 0.75rem; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { padding-block: 0.5rem; border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); font-size: 0.8125rem; vertical-align: bottom; }
tbody tr:first-child > * { padding-top: 0.5rem; }
tbody tr:last-child > * { padding-bottom: 0.5rem; }
th { font-weight: 600; text-align: left; }
tbody th { font-weight: 400; }
.numbers th, .numbers td { text-align: right; white-space: nowrap; }
.numbers thead th { white-space: normal; }
.numbers th:first-child { text-align: left; }
.texts td { white-space: nowrap; }
.texts td:nth-child(2):last-child { white-space: normal; overflow-wrap: anywhere; }
.texts tbody th { white-space: nowrap; }
.texts th:first-child { width: 28%; }
.digest { font-size: 0.8125rem; }

.plot { display: block; width: 100%; height: auto; max-width: 30rem; color: var(--ink); font-family: var(--sans); overflow: visible; }
.scores .plot { max-width: 19rem; }
.image .plot { max-width: 22rem; }
.wide .plot { max-width: 48rem; min-width: 34rem; }
.plot .ground { fill: none; }
${recoloured('fill', ['muted', 'training', 'validation', 'heat', 'on-surface', 'on-heat'])}
${recoloured('stroke', ['muted', 'training', 'validation'])}
${pictureStyle}
/* A caption is as wide as what is seen of its table, not as the table. */
@media screen and (max-width: 47.99rem) {
  caption { position: sticky; left: 0; max-width: calc(100vw - 2 * var(--side)); }
}
@media (min-width: 70rem) {
  .sheet { display: grid; grid-template-columns: minmax(0, 1fr) 11rem; column-gap: 4rem; }
  .headline, footer { grid-column: 1 / -1; }
  .contents { grid-column: 2; grid-row: 2; margin-top: 3.75rem; }
  .contents ol { position: sticky; top: 2rem; columns: 1; }
  main { grid-column: 1; grid-row: 2; }
}
${printStyle}`;

/** Marks of figures take the colours of the page. */
function recoloured(property: 'fill' | 'stroke', names: readonly string[]): string {
  return names.map((name) => `.plot .${property}-${name} { ${property}: var(--${name}); }`).join('\n');
}
