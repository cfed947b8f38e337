import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './data-table.module.css';

/** A column of a table. */
export interface Column<Row> {
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Digits below digits, to the right. @default false */
  readonly isNumber?: boolean;
}

/**
 * A table that scrolls sideways where the screen is narrow. The first column names the row.
 *
 * @param props.caption what the table shows; said by screen readers, shown where `isCaptionShown`
 * @param props.rowKey what is unique of a row
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  isCaptionShown = false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isCaptionShown?: boolean;
}) {
  const [name, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={isCaptionShown ? styles.caption : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, isNumber }, index) => (
              <th key={index} scope="col" className={classNames(isNumber && styles.number)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{name.cell(row)}</th>
              {others.map(({ cell, isNumber }, index) => (
                <td key={index} className={classNames(isNumber && styles.number)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
