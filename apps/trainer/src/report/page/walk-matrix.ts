/**
 * Runs in the page: makes the cells of the confusion matrix one stop of the Tab key, with the arrow keys,
 * Home and End going from cell to cell. Without it every cell is a stop of its own.
 *
 * It is written into the page as text, so it must stand by itself.
 */
export function walkMatrix(): void {
  const body = document.querySelector<HTMLTableElement>('.matrix')?.tBodies[0];
  if (!body) return;
  const buttons = Array.from(body.querySelectorAll('button'));
  const stopAt = (chosen: Element) => {
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
  };
  if (buttons.length > 0) stopAt(buttons[0]);
  body.addEventListener('focusin', (event) => stopAt(event.target as Element));
  const directions: Record<string, [down: number, across: number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  body.addEventListener('keydown', (event) => {
    const cell = (event.target as Element).closest('td');
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = cell.parentElement as HTMLTableRowElement;
    let next: HTMLButtonElement | null | undefined;
    const inRow = Array.from(row.querySelectorAll('button'));
    if (event.key === 'Home') next = inRow[0];
    else if (event.key === 'End') next = inRow[inRow.length - 1];
    else if (directions[event.key]) {
      const [down, across] = directions[event.key];
      let y = row.sectionRowIndex;
      let x = cell.cellIndex;
      do {
        y += down;
        x += across;
        next = body.rows[y]?.cells[x]?.querySelector('button');
      } while (!next && body.rows[y]?.cells[x]);
    } else return;
    event.preventDefault();
    next?.focus();
  });
}
