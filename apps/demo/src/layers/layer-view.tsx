import type { LayerActivation } from '@lenet/core';
import { type KeyboardEvent, memo, useCallback, useMemo } from 'react';
import type { OpenedNetwork } from '../explaining/messages';
import { outputShapeOf } from '../network/receptive-field';
import { DigitProbabilities } from './digit-probabilities';
import { KernelPicture } from './kernel-picture';
import styles from './layer-view.module.css';
import { layerHint, layerPhrase, layerTitle, shapeWords } from './layer-words';
import { MapPicture, type Square } from './map-picture';
import type { SelectedUnit } from './selected-unit';
import { largestOf } from './tones';
import { rowLengthOf, unitBeside } from './unit-beside';

const nothing: ArrayLike<number> = [];

/**
 * One layer: its filters, where it has some that see the image, and all that it makes of the drawing.
 *
 * @param props.probabilities of each class; shown below the last layer
 * @param props.selected the number that is pointed at, where it is of this layer
 * @param props.onSelect called with the number that is pointed at. @default nothing can be pointed at
 */
export const LayerView = memo(function LayerView({
  network,
  layerIndex,
  activation,
  probabilities,
  selected,
  onSelect,
}: {
  readonly network: OpenedNetwork;
  readonly layerIndex: number;
  readonly activation: LayerActivation | undefined;
  readonly probabilities?: readonly number[] | undefined;
  readonly selected?: SelectedUnit | undefined;
  readonly onSelect?: (unit: SelectedUnit, isByKeyboard: boolean) => void;
}) {
  const { architecture } = network;
  const layer = architecture.layers[layerIndex];
  const [height, width, channels] = outputShapeOf(architecture, layerIndex);
  const isFlat = height === 1 && width === 1;
  const rowLength = isFlat ? rowLengthOf(channels) : width;
  const largest = useMemo(() => largestOf(activation?.values ?? nothing), [activation]);
  const title = layerTitle(architecture, layerIndex);
  const titleId = `layer-${layerIndex}`;

  const point = useCallback(
    (channel: number, { row, column }: Square) =>
      onSelect?.(
        isFlat
          ? { layerIndex, row: 0, column: 0, channel: Math.min(channels - 1, row * rowLength + column) }
          : { layerIndex, row, column, channel },
        false,
      ),
    [onSelect, layerIndex, isFlat, channels, rowLength],
  );
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = selected ?? { layerIndex, row: 0, column: 0, channel: 0 };
    const next = unitBeside(architecture, from, event.key);
    if (!next) return;
    event.preventDefault();
    onSelect!(selected ? next : from, true);
  }
  const keys = onSelect && {
    role: 'application',
    'aria-label': `Numbers of ${title}. Arrow keys go from square to square${isFlat ? '' : ', Page Up and Page Down from map to map'}.`,
    tabIndex: 0,
    onKeyDown,
  };
  const common = { activation, largest, onPoint: onSelect && point };

  return (
    <section
      className={styles.layer}
      aria-labelledby={titleId}
      data-testid="layer"
      data-layer={layer.name}
      data-largest={largest}
    >
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        <p className={styles.phrase}>{layerPhrase(layer)}</p>
        <p className={styles.shape}>{shapeWords(architecture, layerIndex)}</p>
        <p className={styles.explained}>{layerHint(architecture, layerIndex)}</p>
      </header>
      {isFlat ? (
        <div className={styles.flat} {...keys}>
          <MapPicture
            {...common}
            channel={0}
            channels={1}
            width={rowLength}
            height={Math.ceil(channels / rowLength)}
            marked={
              selected && {
                row: Math.floor(selected.channel / rowLength),
                column: selected.channel % rowLength,
              }
            }
          />
        </div>
      ) : (
        <div className={styles.maps} data-count={channels} {...keys}>
          {Array.from({ length: channels }, (_, channel) => (
            <div key={channel}>
              {layer.kind === 'conv2d' && layerIndex === 0 && (
                <KernelPicture network={network} filter={channel} />
              )}
              <MapPicture
                {...common}
                {...{ channel, channels, width, height }}
                marked={selected?.channel === channel ? selected : undefined}
              />
            </div>
          ))}
        </div>
      )}
      {probabilities && <DigitProbabilities probabilities={probabilities} />}
    </section>
  );
});
