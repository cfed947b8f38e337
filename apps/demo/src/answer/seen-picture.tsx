import { useEffect, useRef } from 'react';
import styles from './seen-picture.module.css';

const SIDE = 28;

/**
 * The picture that the network sees, each pixel a square.
 *
 * @param props.pixels uint8 `[28, 28]`: 0 background, 255 full ink. @default all background
 */
export function SeenPicture({ pixels }: { readonly pixels: Uint8Array | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    const picture = context.createImageData(SIDE, SIDE);
    picture.data.fill(255);
    for (let index = 0; index < SIDE * SIDE; index++) {
      picture.data.fill(pixels?.[index] ?? 0, 4 * index, 4 * index + 3);
    }
    context.putImageData(picture, 0, 0);
  }, [pixels]);

  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label="The drawing as the network sees it: centred, 28 by 28 grey levels, white on black"
    />
  );
}
