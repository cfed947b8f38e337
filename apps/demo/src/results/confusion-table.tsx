import styles from './confusion-table.module.css';
import type { Cell, Matrix } from './recorded-run';

/** Actual digits down, answers across; the darker, the more images. Each cell can be chosen. */
export function ConfusionTable({
  matrix,
  caption,
  chosen,
  onChoose,
}: {
  readonly matrix: Matrix;
  readonly caption: string;
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell) => void;
}) {
  const most = Math.max(
    ...matrix.flatMap((row, actual) => row.filter((_, predicted) => predicted !== actual)),
    1,
  );
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-testid="matrix">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Actual digit</span>
            </th>
            {matrix.map((_, predicted) => (
              <th key={predicted} scope="col">
                <span className="visually-hidden">read as </span>
                {predicted}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((row, actual) => (
            <tr key={actual}>
              <th scope="row">{actual}</th>
              {row.map((count, predicted) => {
                const isRight = actual === predicted;
                const isChosen = chosen?.actual === actual && chosen.predicted === predicted;
                const share = isRight ? 0 : count / most;
                return (
                  <td key={predicted}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-right={isRight || undefined}
                      aria-pressed={isChosen}
                      aria-label={`${count} images of ${actual} read as ${predicted}`}
                      style={
                        isRight
                          ? undefined
                          : {
                              background: `color-mix(in oklab, var(--surface), var(--warning-soft) ${Math.round(100 * Math.min(1, 3 * share))}%)`,
                            }
                      }
                      onClick={() => onChoose({ actual, predicted })}
                    >
                      {count === 0 ? '' : count}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
