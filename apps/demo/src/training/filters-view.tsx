import { lenetReport } from '@lenet/core';
import { useCallback, useMemo } from 'react';
import { PixelPicture } from '../layers/pixel-picture';
import { largestOf, signedToneOf } from '../layers/tones';
import styles from './filters-view.module.css';

const [first] = lenetReport.layers;
const { filters: count, kernelSize: size } = first as Extract<typeof first, { kind: 'conv2d' }>;

/** The filters of the first convolution, as they are now. */
export function FiltersView({ filters }: { readonly filters: Float32Array }) {
  return (
    <ul
      className={styles.filters}
      aria-label={`The ${count} filters of the first convolution: orange weights look for ink, blue ones for its absence`}
    >
      {Array.from({ length: count }, (_, filter) => (
        <li key={filter}>
          <Filter filters={filters} filter={filter} />
        </li>
      ))}
    </ul>
  );
}

function Filter({ filters, filter }: { readonly filters: Float32Array; readonly filter: number }) {
  const largest = useMemo(() => largestOf(filters), [filters]);
  const toneAt = useCallback(
    (index: number) => signedToneOf(filters[index * count + filter], largest),
    [filters, filter, largest],
  );
  return <PixelPicture width={size} height={size} toneAt={toneAt} data-testid="filter" />;
}
