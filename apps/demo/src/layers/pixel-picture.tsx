import { type ComponentProps, memo, useLayoutEffect, useRef } from 'react';
import { classNames } from '../design/class-names';
import styles from './pixel-picture.module.css';
import type { Tone } from './tones';

/**
 * Numbers as squares of colour, one pixel each, enlarged without smoothing.
 *
 * @param props.toneAt colour of pixel `index`, row-major
 * @param props.label for screen readers. @default none: it is told elsewhere
 */
export const PixelPicture = memo(function PixelPicture({
  width,
  height,
  toneAt,
  label,
  className,
  ...props
}: {
  readonly width: number;
  readonly height: number;
  readonly toneAt: (index: number) => Tone;
  readonly label?: string;
} & Omit<ComponentProps<'canvas'>, 'width' | 'height'>) {
  const canvas = useRef<HTMLCanvasElement>(null);

  // Before the browser paints: all pictures of a page change with its words, in one frame.
  useLayoutEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    const picture = context.createImageData(width, height);
    for (let index = 0; index < width * height; index++) {
      const [red, green, blue] = toneAt(index);
      picture.data[4 * index] = red;
      picture.data[4 * index + 1] = green;
      picture.data[4 * index + 2] = blue;
      picture.data[4 * index + 3] = 255;
    }
    context.putImageData(picture, 0, 0);
  }, [width, height, toneAt]);

  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={classNames(styles.picture, className)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      {...props}
    />
  );
});
