import type { InkImage } from '@lenet/core/images';
import { classNames } from '../design/class-names';
import { toneOf } from '../layers/tones';
import { DrawingPad } from '../pad/drawing-pad';
import { exampleDrawing } from '../pad/example-drawing';
import styles from './how-it-works.module.css';
import { StoryPicture } from './story-picture';
import { StoryStep } from './story-step';

const example = exampleDrawing(5);

/**
 * From ink to numbers.
 *
 * @param props.image float32 `[28, 28]`, 0 to 1: what the network sees
 */
export function InputStep({
  image,
  onInk,
}: {
  readonly image: Float32Array;
  readonly onInk: (ink: InkImage) => void;
}) {
  return (
    <StoryStep
      title="1. The input: nothing but numbers"
      picture={
        <div className={classNames(styles.pair, styles.input)}>
          <DrawingPad example={example} onInk={onInk} />
          <StoryPicture
            size={28}
            label="The drawing as the network sees it"
            step="input"
            toneAt={(index) => toneOf(image[index], 1)}
            values={image}
          />
        </div>
      }
    >
      <p>
        Your drawing is made as large as every other digit, put in the middle, and shrunk to 28 × 28 squares.
        Each becomes a number from 0, no ink, to 1, full ink. These 784 numbers are all that the network will
        ever know of it.
      </p>
    </StoryStep>
  );
}
