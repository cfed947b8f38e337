import { useCallback, useMemo } from 'react';
import type { UnitArithmetic } from '../network/unit-arithmetic';
import styles from './patches.module.css';
import { PixelPicture } from './pixel-picture';
import { largestOf, signedToneOf, type Tone, toneOf } from './tones';

/** Channels whose patches are shown side by side with their filters, at most. */
const MOST_CHANNELS = 6;

/** Of a convolution: what lies under the filter, the filter, and their products, channel by channel. */
export function Patches({ unit }: { readonly unit: UnitArithmetic }) {
  const { window, terms } = unit;
  const width = window.right - window.left;
  const height = window.bottom - window.top;
  const channels = terms.length / (width * height);
  const shown = Math.min(channels, MOST_CHANNELS);
  const largest = useMemo(
    () => ({
      input: largestOf(terms.map(({ input }) => input)),
      weight: largestOf(terms.map(({ weight }) => weight)),
      product: largestOf(terms.map(({ input, weight }) => input * weight)),
    }),
    [terms],
  );
  return (
    <div className={styles.patches} data-many={shown > 1 || undefined}>
      <span>Input</span>
      <span />
      <span>Filter</span>
      <span />
      <span>Products</span>
      {Array.from({ length: shown }, (_, channel) => (
        <Patch key={channel} {...{ terms, channels, channel, width, height, largest }} />
      ))}
      {channels > shown && (
        <p className={styles.more}>
          The first {shown} of {channels} maps.
        </p>
      )}
    </div>
  );
}

function Patch({
  terms,
  channels,
  channel,
  width,
  height,
  largest,
}: {
  readonly terms: UnitArithmetic['terms'];
  readonly channels: number;
  readonly channel: number;
  readonly width: number;
  readonly height: number;
  readonly largest: { readonly input: number; readonly weight: number; readonly product: number };
}) {
  const input = useCallback(
    (index: number): Tone => toneOf(terms[index * channels + channel].input, largest.input),
    [terms, channels, channel, largest],
  );
  const weight = useCallback(
    (index: number): Tone => signedToneOf(terms[index * channels + channel].weight, largest.weight),
    [terms, channels, channel, largest],
  );
  const product = useCallback(
    (index: number): Tone => {
      const term = terms[index * channels + channel];
      return signedToneOf(term.input * term.weight, largest.product);
    },
    [terms, channels, channel, largest],
  );
  return (
    <>
      <PixelPicture width={width} height={height} toneAt={input} />
      <span aria-hidden="true">×</span>
      <PixelPicture width={width} height={height} toneAt={weight} />
      <span aria-hidden="true">=</span>
      <PixelPicture width={width} height={height} toneAt={product} />
    </>
  );
}
