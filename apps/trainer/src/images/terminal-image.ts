// Grey-level images as lines of text: two rows of pixels in one line.

/** A grey-level image, uint8 `[height, width]`: 0 background, 255 full ink. */
export interface GreyImage {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** From background to full ink. */
const ramp = ' .:-=+*#%@';

/**
 * One line for each two rows. With colours every pixel is half a character (`▀`, the upper one as its
 * foreground, the lower one as its background, 24 bits); without, a character of a ramp stands for both.
 * Below an odd last row is background.
 *
 * @returns lines as wide as the image, without line feeds
 */
export function terminalLines({ pixels, height, width }: GreyImage, hasColours: boolean): string[] {
  return Array.from({ length: Math.ceil(height / 2) }, (_, line) => {
    let text = '';
    let earlier = '';
    for (let column = 0; column < width; column++) {
      const upper = pixels[2 * line * width + column];
      const lower = 2 * line + 1 < height ? pixels[(2 * line + 1) * width + column] : 0;
      if (!hasColours) {
        text += ramp[Math.round((((upper + lower) / 2) * (ramp.length - 1)) / 255)];
        continue;
      }
      const colours = `\x1b[38;2;${upper};${upper};${upper}m\x1b[48;2;${lower};${lower};${lower}m`;
      text += colours === earlier ? '▀' : `${colours}▀`;
      earlier = colours;
    }
    return hasColours ? `${text}\x1b[0m` : text;
  });
}

/** Means of squares of `factor` pixels; at the right and lower edge of what is left of a square. */
export function shrinkImage({ pixels, height, width }: GreyImage, factor: number): GreyImage {
  const [newHeight, newWidth] = [Math.ceil(height / factor), Math.ceil(width / factor)];
  const shrunk = new Uint8Array(newHeight * newWidth);
  for (let row = 0; row < newHeight; row++) {
    for (let column = 0; column < newWidth; column++) {
      let sum = 0;
      let count = 0;
      for (let y = row * factor; y < Math.min(height, (row + 1) * factor); y++) {
        for (let x = column * factor; x < Math.min(width, (column + 1) * factor); x++) {
          sum += pixels[y * width + x];
          count++;
        }
      }
      shrunk[row * newWidth + column] = Math.round(sum / count);
    }
  }
  return { pixels: shrunk, height: newHeight, width: newWidth };
}
