import { shortLabel } from '../class-labels.js';
import { heatShare, LARGEST_CLASS_COUNT_OF_LARGE_CELLS } from '../figures/confusion-matrix-figure.js';
import { countText, shareText } from '../number-text.js';
import type { TestFindings } from '../test-findings.js';
import { cellId } from './cell-images.js';
import { ScrollArea } from './data-table.js';
import { heatClass } from './heat-style.js';

/** Longer names are cut in the heads of the table; they are whole where a cell opens. */
const LABEL_LENGTH = 16;

/** The confusion matrix as a table in which cells open: see `CellImages`. */
export function ConfusionTable({ findings }: { findings: TestFindings }) {
  const { classes, confusion, cells } = findings;
  const share = heatShare(confusion);
  const opened = new Set(
    cells.filter(({ shown }) => shown.length > 0).map(({ actual, predicted }) => cellId(actual, predicted)),
  );
  const isDense = classes.length > LARGEST_CLASS_COUNT_OF_LARGE_CELLS;
  const isNamed = classes.some((name) => name.length > 3);
  const caption = 'Test images by actual class (rows) and the class they were read as (columns)';
  return (
    <div class={`confusion${isDense ? ' dense' : ''}${isNamed ? ' named-classes' : ''}`}>
      <div class="switch" role="radiogroup" aria-label="Show in the cells">
        <label>
          <input type="radio" name="unit" id="as-counts" checked /> counts
        </label>
        <label>
          <input type="radio" name="unit" id="as-shares" /> share of the actual class
        </label>
      </div>
      <ScrollArea label="Confusion matrix">
        <table class="matrix">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={classes.length}>
                Predicted
              </th>
            </tr>
            <tr>
              <th scope="col">Actual</th>
              {classes.map((name) => (
                <HeadCell name={name} scope="col" />
              ))}
            </tr>
          </thead>
          <tbody>
            {confusion.map((row, actual) => {
              const total = row.reduce((sum, count) => sum + count, 0);
              return (
                <tr>
                  <HeadCell name={classes[actual]} scope="row" />
                  {row.map((count, predicted) => {
                    if (count === 0) return <td>0</td>;
                    const id = cellId(actual, predicted);
                    const texts = { count: countText(count), share: shareText(count / total) };
                    return (
                      <td class={heatClass(share(count))}>
                        {opened.has(id) ? (
                          <button
                            type="button"
                            popovertarget={id}
                            aria-label={`${texts.count} ${texts.share}: ${classes[actual]} read as ${classes[predicted]}`}
                          >
                            <CellText {...texts} />
                          </button>
                        ) : (
                          <CellText {...texts} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

function CellText({ count, share }: { count: string; share: string }) {
  return (
    <>
      <b>{count}</b> <i>{share}</i>
    </>
  );
}

function HeadCell({ name, scope }: { name: string; scope: 'col' | 'row' }) {
  const short = shortLabel(name, LABEL_LENGTH);
  const text = <span>{short}</span>;
  return short === name ? (
    <th scope={scope}>{text}</th>
  ) : (
    <th scope={scope} abbr={name} title={name}>
      {text}
    </th>
  );
}
