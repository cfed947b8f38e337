import type { LayerActivation } from '@lenet/core';
import { memo, type PointerEvent, useCallback } from 'react';
import styles from './layer-view.module.css';
import { PixelPicture } from './pixel-picture';
import { toneOf } from './tones';

/** Row and column of a square in a picture. */
export interface Square {
  readonly row: number;
  readonly column: number;
}

/**
 * One channel of what a layer makes of the drawing: white at the largest value of the layer.
 *
 * @param props.marked the square that is pointed at, where it is of this picture
 * @param props.onPoint called with the square under the pointer. @default nothing can be pointed at
 */
export const MapPicture = memo(function MapPicture({
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
  readonly marked: Square | undefined;
  readonly onPoint?: ((channel: number, square: Square) => void) | undefined;
}) {
  const toneAt = useCallback(
    (index: number) => toneOf(activation?.values[index * channels + channel] ?? 0, largest),
    [activation, channel, channels, largest],
  );
  const point = useCallback(
    (event: PointerEvent<HTMLCanvasElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      onPoint?.(channel, {
        row: Math.floor(((event.clientY - box.top) / box.height) * height),
        column: Math.floor(((event.clientX - box.left) / box.width) * width),
      });
    },
    [onPoint, channel, width, height],
  );
  return (
    <div className={styles.map} data-live={onPoint !== undefined || undefined}>
      <PixelPicture
        width={width}
        height={height}
        toneAt={toneAt}
        data-testid="map"
        data-channel={channel}
        onPointerMove={point}
        onPointerDown={point}
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
});
