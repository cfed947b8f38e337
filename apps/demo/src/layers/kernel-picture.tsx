import { useCallback, useMemo } from 'react';
import type { OpenedNetwork } from '../explaining/messages';
import { tensorsOf } from '../network/unit-arithmetic';
import styles from './layer-view.module.css';
import { PixelPicture } from './pixel-picture';
import { largestOf, signedToneOf } from './tones';

/** The weights of a filter of the first convolution. */
export function KernelPicture({
  network,
  filter,
}: {
  readonly network: OpenedNetwork;
  readonly filter: number;
}) {
  const layer = network.architecture.layers[0];
  const [kernel] = useMemo(() => tensorsOf(network.architecture, network.weights, 0), [network]);
  const largest = useMemo(() => largestOf(kernel), [kernel]);
  const size = layer.kind === 'conv2d' ? layer.kernelSize : 1;
  const filters = layer.kind === 'conv2d' ? layer.filters : 1;
  const toneAt = useCallback(
    (index: number) => signedToneOf(kernel[index * filters + filter], largest),
    [kernel, filter, filters, largest],
  );
  return <PixelPicture className={styles.kernel} width={size} height={size} toneAt={toneAt} />;
}
