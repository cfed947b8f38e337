import { useMemo, useState } from 'react';
import { Choice } from '../design/choice';
import { numberWords } from '../layers/number-words';
import { Patches } from '../layers/patches';
import { arithmeticOf } from '../layers/selected-unit';
import { largestOf, type Tone, toneOf } from '../layers/tones';
import type { FirstConvolution } from './first-convolution';
import styles from './how-it-works.module.css';
import type { StoryNetwork } from './story-layers';
import { StoryPicture } from './story-picture';
import { StoryStep } from './story-step';

/** Squares of the feature map that the filter has not come to. */
const notYet: Tone = [28, 32, 36];

/** A filter slides over the drawing, as far as the visitor moves it. */
export function ConvolutionStep({
  network,
  explanation,
  image,
  convolution,
  filter,
  onFilter,
}: StoryNetwork & {
  readonly image: Float32Array;
  readonly convolution: FirstConvolution;
  readonly filter: number;
  readonly onFilter: (filter: number) => void;
}) {
  const { sums, side, map, filters } = convolution;
  const [position, setPosition] = useState(11 * map + 11);
  const row = Math.floor(position / map);
  const column = position % map;
  const largest = largestOf(sums);
  const unit = useMemo(
    () =>
      network &&
      explanation &&
      arithmeticOf(network, explanation, { layerIndex: 0, row, column, channel: filter }),
    [network, explanation, row, column, filter],
  );
  return (
    <StoryStep
      title="2. Convolution: one small question, asked everywhere"
      picture={
        <>
          <div className={styles.pair}>
            <StoryPicture
              size={28}
              label="The drawing, with the window"
              step="window"
              toneAt={(index) => toneOf(image[index], 1)}
              values={image}
            >
              <span
                className={styles.window}
                style={{
                  left: `${(100 * column) / 28}%`,
                  top: `${(100 * row) / 28}%`,
                  width: `${(100 * side) / 28}%`,
                  height: `${(100 * side) / 28}%`,
                }}
              />
            </StoryPicture>
            <StoryPicture
              size={map}
              label="The feature map, as far as the filter has come"
              step="convolution"
              toneAt={(index) => (index <= position ? toneOf(sums[index], largest) : notYet)}
              values={sums}
              dependsOn={String(position)}
            />
          </div>
          <label className={styles.slider}>
            Slide the filter over the drawing
            <input
              type="range"
              min={0}
              max={map * map - 1}
              value={position}
              onChange={(event) => setPosition(Number(event.target.value))}
              aria-valuetext={`row ${row + 1}, column ${column + 1}: ${sums[position].toFixed(2)}`}
            />
          </label>
          {unit && (
            <div className={styles.products}>
              <Patches unit={unit} />
              <p>
                All 25 products and the bias of the filter together: <b>{numberWords(unit.sum!)}</b>, the
                square where the map ends now.
              </p>
            </div>
          )}
          <Choice
            label="Filter"
            value={String(filter)}
            onChange={(value) => onFilter(Number(value))}
            options={Array.from({ length: filters }, (_, index) => ({
              value: String(index),
              label: String(index + 1),
            }))}
          />
        </>
      }
    >
      <p>
        A filter is a grid of 5 × 5 weights: orange ones look for ink, blue ones for its absence. Laid on a
        patch of the drawing, each weight is multiplied with the number below it, and all are added up: here{' '}
        <b>{sums[position].toFixed(2)}</b>. A large sum means that the patch looks like the filter. Slid by
        one square at a time (its stride), it yields a feature map of 24 × 24: fewer than 28, since it stays
        inside. With a border of zeros (padding) the size would stay.
      </p>
      <p>Nobody chose the weights. Training did, for all six filters of this layer.</p>
    </StoryStep>
  );
}
