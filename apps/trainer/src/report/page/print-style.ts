/** What is different on paper. */
export const printStyle = `
@page { margin: 17mm 16mm; }
@media print {
  html { font-size: 10pt; }
  body { background: none; }
  .sheet { display: block; max-width: none; padding: 0; }
  .contents, .skip, .hint, .confusion .switch { display: none; }
  main > section { margin-top: 2.25rem; }
  .scroll { overflow: visible; border: 0; }
  table { font-size: 8pt; }
  th, td { padding: 0.15rem 0.4rem; }
  .texts td, .numbers th:first-child, .numbers td:last-child { white-space: normal; overflow-wrap: anywhere; }
  .digest { font-size: 6.5pt; }
  pre { font-size: 7.5pt; white-space: pre-wrap; width: auto; }
  h2, h3, caption, summary { break-after: avoid; }
  figcaption, tbody tr:nth-child(-n + 3) { break-before: avoid; }
  .drawings > div, .tiles li, .tiles.maps, .tiles.units, .banner, .facts, pre, tr { break-inside: avoid; }
  .confusion { --cell: 12mm; }
  .matrix { font-size: 8.5pt; }
  .matrix i { font-size: 6.5pt; }
  .dense .matrix { width: 100%; table-layout: fixed; font-size: 4.5pt; }
  .dense .matrix thead td { width: 20mm; }
  .dense .matrix tbody td { width: auto; min-width: 0; max-width: none; height: 3.4mm; }
  .named { --tile: 13mm; --largest: 12mm; }
  .errors { --tile: 20mm; --largest: 13mm; }
  .drawings { grid-template-columns: repeat(2, 1fr); }
  .scores .drawings { grid-template-columns: repeat(3, 1fr); }
  .reliability .drawings { grid-template-columns: 100mm; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; color: inherit; }
  .banner, .plot, .tile, .matrix td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
