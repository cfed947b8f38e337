import type { ComponentChildren } from 'preact';
import { settingText } from '../setting-text.js';

/**
 * A table that scrolls within itself where it is too wide. The first cell of each row is its heading.
 *
 * @param props.kind how the cells are set: `numbers` to the right, `texts` to the left
 */
export function DataTable(props: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
  kind?: 'numbers' | 'texts';
}) {
  const { caption, columns, rows, kind = 'numbers' } = props;
  return (
    <ScrollArea label={caption}>
      <table class={kind}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, ...cells]) => (
            <tr>
              <th scope="row">{heading}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** Names and values, e.g. the options of a run; those that are `undefined` are left out. */
export function ValueTable(props: { caption: string; values: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(props.values).filter(([, value]) => value !== undefined);
  return (
    <DataTable
      caption={props.caption}
      columns={['Name', 'Value']}
      rows={entries.map(([name, value]) => [<code>{name}</code>, settingText(value)])}
      kind="texts"
    />
  );
}

/** Content that may be wider than the page: it scrolls, by keyboard as well. */
export function ScrollArea(props: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
