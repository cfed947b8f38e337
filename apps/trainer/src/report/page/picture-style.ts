import { heatStyle } from './heat-style.js';

/** How tiles, the confusion matrix and what its cells open look like. */
export const pictureStyle = `
.sprites { position: absolute; }
.tile { display: block; width: 100%; background: var(--paper); border-radius: 2px; image-rendering: pixelated; }
.tiles { --gap: 0.6rem; --fit: 10; display: grid; list-style: none; margin: 0; padding: 0; gap: 0.9rem var(--gap); grid-template-columns: repeat(auto-fill, minmax(max(var(--tile), (100% - (var(--fit) - 1) * var(--gap)) / var(--fit)), 1fr)); font: 0.8125rem/1.35 var(--sans); font-variant-numeric: tabular-nums; }
.tiles li { text-align: center; overflow-wrap: anywhere; }
.tiles li .tile { max-width: var(--largest, 4.5rem); margin: 0 auto 0.3rem; }
.tiles b, .tiles span, .tiles small { display: block; font-size: inherit; }
.tiles b { font-weight: 600; }
.tiles small { color: var(--muted); }
.named { --tile: 3.75rem; }
.errors { --tile: 6rem; --fit: 8; }
.small { --tile: 4.25rem; --largest: 3.5rem; }
.maps { --tile: 4.25rem; --fit: 8; row-gap: var(--gap); }
.many { --tile: 2.5rem; --gap: 0.4rem; --fit: 16; row-gap: var(--gap); }
.units { grid-template-columns: min(100%, 24rem); }
.given { display: flex; gap: 1rem; align-items: center; margin-bottom: 1.5rem; font: 0.9375rem/1.5 var(--sans); }
.given .tile { flex: none; width: 5.5rem; }
.layer { margin-bottom: 1.5rem; break-inside: avoid; }

.confusion { --cell: 3.4rem; }
.dense { --cell: 1.75rem; }
.matrix { width: auto; border: 0; border-spacing: 1px; border-collapse: separate; font-size: 0.875rem; line-height: 1.15; }
.matrix caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.matrix caption::before { content: none; counter-increment: none; }
.matrix tr:nth-child(n) > * { padding: 0; border: 0; text-align: center; vertical-align: middle; font-weight: 400; font-size: inherit; }
.matrix thead tr:nth-child(n) > th { padding-bottom: 0.35rem; vertical-align: bottom; }
.matrix thead th[colspan], .matrix thead th:first-child { color: var(--muted); }
.dense .matrix thead th[colspan] { text-align: left; }
.matrix tr:nth-child(n) > th:first-child { padding-right: 0.6rem; text-align: right; white-space: nowrap; position: sticky; left: 0; background: var(--page); }
.matrix tbody td { width: var(--cell); min-width: var(--cell); max-width: var(--cell); height: var(--cell); color: var(--muted); }
.matrix button { display: block; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.matrix button:hover { outline: 2px solid var(--ink); outline-offset: -2px; }
.matrix button:focus-visible { outline: 3px solid var(--validation); outline-offset: -1px; position: relative; }
.matrix b { display: block; font-weight: 600; }
.matrix i { display: block; font-style: normal; font-size: 0.6875rem; white-space: nowrap; }
.named-classes thead th span { writing-mode: vertical-rl; transform: rotate(180deg); display: inline-block; }
.dense .matrix { border-spacing: 0; font-size: 0.6875rem; }
.dense .matrix tbody td { border: 1px solid var(--page); }
.switch { display: none; gap: 0 1.25rem; flex-wrap: wrap; margin: 0 0 1rem; font: 0.9375rem var(--sans); }
.switch label { padding: 0.25rem 0; }
.switch input { accent-color: var(--training); }
.dense .switch { display: flex; }
.dense .matrix i { display: none; }
.dense:has(#as-shares:checked) .matrix b { display: none; }
.dense:has(#as-shares:checked) .matrix i { display: block; font-size: 0.5625rem; white-space: normal; }
@media screen and (max-width: 47.99rem) {
  .confusion { --cell: min(3.4rem, max(1.5rem, (100vw - 6.25rem) / 10)); }
  .confusion.named-classes { --cell: 1.65rem; }
  .confusion.dense { --cell: 1.75rem; }
  .switch { display: flex; }
  .matrix { font-size: 0.6875rem; letter-spacing: -0.02em; }
  .matrix tr:nth-child(n) > th:first-child { padding-right: 0.3rem; }
  .confusion .matrix i { display: none; }
  .confusion:has(#as-shares:checked) .matrix b { display: none; }
  .confusion:has(#as-shares:checked) .matrix i { display: block; font-size: 0.5625rem; white-space: normal; }
}

.cell { width: min(46rem, 100vw - 2rem); max-height: min(44rem, 100vh - 2rem); margin: auto; padding: 0 1.5rem 1.5rem; border: 1px solid var(--rule); border-radius: 4px; background: var(--page); color: var(--ink); overflow: auto; }
.cell::backdrop { background: rgb(0 0 0 / 45%); }
.cell header { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding: 1.25rem 0 0.75rem; background: var(--page); }
.cell h3 { margin: 0; font: 600 1.25rem/1.3 var(--serif); color: var(--ink); overflow-wrap: anywhere; }
.cell button { padding: 0.4rem 0.9rem; border: 1px solid var(--muted); border-radius: 3px; background: none; color: inherit; font: 0.9375rem var(--sans); cursor: pointer; }
.cell p { color: var(--muted); font: 0.9375rem/1.5 var(--sans); }

${heatStyle}
`;
