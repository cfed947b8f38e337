import { argMax, type LayerActivation, softmax } from '@lenet/core';
import { memo, type PointerEvent, useCallback, useMemo } from 'react';
import type { OpenedNetwork } from '../explaining/messages';
import { outputShapeOf } from '../network/receptive-field';
import { tensorsOf } from '../network/unit-arithmetic';
import styles from './layer-view.module.css';
import { layerPhrase, layerTitle, shapeWords } from './layer-words';
import { PixelPicture } from './pixel-picture';
import type { SelectedUnit } from './selected-unit';
import { largestOf, signedToneOf, toneOf } from './tones';

/** Numbers of a dense layer in one row of its picture. */
const rowLengths: Readonly<Record<number, number>> = {
  400: 50,
  256: 64,
  120: 30,
  84: 28,
  128: 32,
  1600: 80,
  10: 10,
};

/** One layer: its filters, where it has some that see the image, and all that it makes of the drawing. */
export const LayerView = memo(function LayerView({
  network,
  layerIndex,
  activation,
  selected,
  onSelect,
}: {
  readonly network: OpenedNetwork;
  readonly layerIndex: number;
  readonly activation: LayerActivation | undefined;
  /** Where it is of this layer. */
  readonly selected: SelectedUnit | undefined;
  readonly onSelect: (unit: SelectedUnit) => void;
}) {
  const { architecture } = network;
  const layer = architecture.layers[layerIndex];
  const [height, width, channels] = outputShapeOf(architecture, layerIndex);
  const isFlat = height === 1 && width === 1;
  const largest = useMemo(() => largestOf(activation?.values ?? []), [activation]);
  const titleId = `layer-${layerIndex}`;
  const point =
    (channel: number, columns: number, rows: number) => (event: PointerEvent<HTMLCanvasElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
      const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
      onSelect(
        isFlat
          ? { layerIndex, row: 0, column: 0, channel: Math.min(channels - 1, row * columns + column) }
          : { layerIndex, row, column, channel },
      );
    };
  const rowLength = rowLengths[channels] ?? 32;
  const rows = Math.ceil(channels / rowLength);

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
          {layerTitle(architecture, layerIndex)}
        </h2>
        <p className={styles.phrase}>{layerPhrase(layer)}</p>
        <p className={styles.shape}>{shapeWords(architecture, layerIndex)}</p>
      </header>
      {isFlat ? (
        <>
          <MapPicture
            activation={activation}
            channel={0}
            channels={1}
            width={rowLength}
            height={rows}
            largest={largest}
            marked={
              selected && {
                row: Math.floor(selected.channel / rowLength),
                column: selected.channel % rowLength,
              }
            }
            onPoint={point(0, rowLength, rows)}
          />
          {layerIndex === architecture.layers.length - 1 && <Probabilities logits={activation?.values} />}
        </>
      ) : (
        <ul className={styles.maps} data-count={channels}>
          {Array.from({ length: channels }, (_, channel) => (
            <li key={channel}>
              {layer.kind === 'conv2d' && layerIndex === 0 && <Kernel network={network} filter={channel} />}
              <MapPicture
                activation={activation}
                channel={channel}
                channels={channels}
                width={width}
                height={height}
                largest={largest}
                marked={selected?.channel === channel ? selected : undefined}
                onPoint={point(channel, width, height)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

/** Below the scores of the last layer: what softmax makes of them. */
function Probabilities({ logits }: { readonly logits: Float32Array | undefined }) {
  if (!logits) return null;
  const probabilities = softmax(logits, logits.length);
  const [best] = argMax(logits, logits.length);
  return (
    <ol className={styles.digits} aria-label="Probability of each digit">
      {Array.from(probabilities, (probability, digit) => (
        <li key={digit} data-best={digit === best || undefined}>
          <b>{digit}</b>
          <span>{Math.round(100 * probability)}&nbsp;%</span>
        </li>
      ))}
    </ol>
  );
}

function MapPicture({
  activation,
  channel,
  channels,
  width,
  height,
  largest,
  marked,
  onPoint,
}: {
  readonly activation: LayerActivation | undefined;
  readonly channel: number;
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly marked: { readonly row: number; readonly column: number } | undefined;
  readonly onPoint: (event: PointerEvent<HTMLCanvasElement>) => void;
}) {
  const toneAt = useCallback(
    (index: number) => toneOf(activation?.values[index * channels + channel] ?? 0, largest),
    [activation, channel, channels, largest],
  );
  return (
    <div className={styles.map}>
      <PixelPicture
        className={styles.canvas}
        width={width}
        height={height}
        toneAt={toneAt}
        data-testid="map"
        data-channel={channel}
        onPointerMove={onPoint}
        onPointerDown={onPoint}
      />
      {marked && (
        <span
          className={styles.mark}
          style={{
            left: `${(100 * marked.column) / width}%`,
            top: `${(100 * marked.row) / height}%`,
            width: `${100 / width}%`,
            height: `${100 / height}%`,
          }}
        />
      )}
    </div>
  );
}

/** The weights of a filter of the first convolution. */
function Kernel({ network, filter }: { readonly network: OpenedNetwork; readonly filter: number }) {
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
