import { DataTable } from '../design/data-table';
import type { BeforeAfter, Learned } from './learn-handwriting';
import { percentWords } from './teaching-words';

interface Row extends BeforeAfter {
  readonly name: string;
}

/** How many digits are read right, before and after. */
export function LearnedTable({ learned }: { readonly learned: Omit<Learned, 'weights'> }) {
  const rows: Row[] = [
    { name: 'Your digits', ...learned.samples },
    ...(learned.heldBack ? [{ name: 'Yours, held back', ...learned.heldBack }] : []),
    { name: 'Digits of others', ...learned.others },
  ];
  return (
    <DataTable
      caption="Share of digits read right, before and after"
      rowKey={({ name }) => name}
      rows={rows}
      columns={[
        { heading: 'Read right', cell: ({ name }) => name },
        { heading: 'Of', cell: ({ count }) => count.toLocaleString('en'), isNumber: true },
        { heading: 'Before', cell: ({ before }) => percentWords(before), isNumber: true },
        { heading: 'After', cell: ({ after }) => percentWords(after), isNumber: true },
      ]}
    />
  );
}
