import { largestOf, toneOf } from '../layers/tones';
import type { FirstConvolution } from './first-convolution';
import styles from './how-it-works.module.css';
import { StoryPicture } from './story-picture';
import { StoryStep } from './story-step';

/** What ReLU does to the feature map of the step before. */
export function ActivationStep({ convolution: { sums, map } }: { readonly convolution: FirstConvolution }) {
  const largest = largestOf(sums);
  return (
    <StoryStep
      title="3. Activation: keep the yes, drop the no"
      picture={
        <div className={styles.pair}>
          <StoryPicture
            size={map}
            label="Before: blue is below zero"
            step="before-activation"
            toneAt={(index) => toneOf(sums[index], largest)}
            values={sums}
          />
          <StoryPicture
            size={map}
            label="After ReLU: what was below zero is zero"
            step="activation"
            toneAt={(index) => toneOf(Math.max(0, sums[index]), largest)}
            values={sums}
          />
        </div>
      }
    >
      <p>
        ReLU sets everything below zero to zero. It looks like nothing, yet without such a bend ten layers
        would be no more than one: sums of sums are sums.
      </p>
    </StoryStep>
  );
}
