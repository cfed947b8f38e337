// `lenet data show`: a drawn sample -> images in the terminal, or a PNG.
import { type LabelledImages, shuffledIndices } from '@lenet/core';
import { DataError } from '../data/data-error.js';
import type { DataIdentity } from '../data/data-identity.js';
import { writeOutputFile } from '../files/write-output-file.js';
import { type TerminalTile, terminalGrid } from '../images/terminal-grid.js';
import type { GreyImage } from '../images/terminal-image.js';
import { countedText } from '../report/number-text.js';
import { loadShownData } from './load-shown-data.js';

const USUAL_WIDTH = 80;

/** Options as commander gives them. */
export interface DataShowCommandOptions {
  data: string;
  split: 'training' | 'test';
  count: number;
  /** Label or name. */
  class?: string;
  seed: number;
  out?: string;
}

export async function runDataShowCommand(options: DataShowCommandOptions): Promise<void> {
  const { data, seed, split, count, out } = options;
  const loaded = await loadShownData({ data, seed });
  const images = loaded[split];
  const { identity } = loaded;
  const label = options.class === undefined ? undefined : findLabel(options.class, images, identity);
  const indices = drawSample(images, { count, seed, label });
  const story = `${identity.title}: ${countedText(indices.length, `${split} image`)}, drawn with seed ${seed}`;
  if (out !== undefined) {
    const { pngGrid } = await import('../images/png-grid.js');
    await writeOutputFile(out, await pngGrid(indices.map((index) => imageAt(images, index))));
    process.stdout.write(`${story}: ${out}\n`);
  } else {
    const tiles = indices.map((index): TerminalTile => {
      const name = identity.classes?.[images.labels[index]] ?? String(images.labels[index]);
      return { caption: `${name} #${index}`, image: imageAt(images, index) };
    });
    const { columns, isTTY } = process.stdout;
    const hasColours = isTTY === true && !process.env.NO_COLOR;
    process.stdout.write(`${story}\n\n${terminalGrid(tiles, { width: columns || USUAL_WIDTH, hasColours })}`);
  }
  if (identity.attribution) process.stderr.write(`${identity.attribution}\n`);
}

/** Without repetition, in the order of the set. */
function drawSample(
  images: LabelledImages,
  { count, seed, label }: { count: number; seed: number; label: number | undefined },
): number[] {
  const order = shuffledIndices(images.count, { seed, purpose: 'data-show' });
  const chosen = label === undefined ? order : order.filter((index) => images.labels[index] === label);
  return [...chosen.slice(0, count)].sort((a, b) => a - b);
}

function findLabel(text: string, images: LabelledImages, { classes, title }: DataIdentity): number {
  const named = classes?.indexOf(text) ?? -1;
  const label = named === -1 && /^\d+$/.test(text) ? Number(text) : named;
  if (label >= 0 && images.labels.includes(label)) return label;
  const known = [...new Set(images.labels)].sort((a, b) => a - b);
  throw new DataError({
    subject: 'Option --class',
    reason: `expected one of ${known.map((value) => classes?.[value] ?? value).join(', ')} of ${title}, got "${text}"`,
    remedy: 'Give a label or a name of a class that has images.',
  });
}

function imageAt({ pixels, height, width }: LabelledImages, index: number): GreyImage {
  const size = height * width;
  return { pixels: pixels.subarray(index * size, (index + 1) * size), height, width };
}
