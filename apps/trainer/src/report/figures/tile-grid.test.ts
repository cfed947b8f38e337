import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { createFigure } from './figure.js';
import { drawTileGroups, type TileGroup } from './tile-grid.js';

function draw(...groups: TileGroup[]) {
  const { document } = parseHTML(
    createFigure({ name: 'x', description: 'x', ...drawTileGroups(groups) }).svg,
  );
  return {
    texts: [...document.querySelectorAll('text')].map((text) => text.textContent),
    corners: [...document.querySelectorAll('image')].map((image) =>
      ['x', 'y'].map((name) => Number(image.getAttribute(name))),
    ),
  };
}

const shape = { columns: 2, pictureWidth: 60, pictureHeight: 40, emptyText: 'Nothing.' };

test('tiles fill rows from left to right, with their lines below them', () => {
  const tile = (line: string) => ({ picture: 'data:,', lines: [line] });
  const { texts, corners } = draw({ heading: 'Some', tiles: [tile('<a>'), tile('b'), tile('c')], ...shape });
  expect(texts).toEqual(['Some', '<a>', 'b', 'c']);
  // Columns are 360 wide; rows are 40 of picture, 17 of text and 12 of gap, below a heading of 38.
  expect(corners).toEqual([
    [150, 38],
    [510, 38],
    [150, 107],
  ]);
});

test('where there are no tiles it says so', () => {
  expect(draw({ heading: 'None', tiles: [], ...shape }).texts).toEqual(['None', 'Nothing.']);
});
