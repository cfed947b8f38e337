import { StoryLayers, type StoryNetwork } from './story-layers';
import { StoryStep } from './story-step';

/** The second convolution, on the maps of the first. */
export function SecondConvolutionStep(shown: StoryNetwork) {
  return (
    <StoryStep title="5. Again: from strokes to shapes" picture={<StoryLayers {...shown} layers={[2, 3]} />}>
      <p>
        Sixteen filters look at all six maps at once. Each now sees 14 × 14 squares of the drawing, enough for
        a curve or a corner; after pooling, 16 maps of 4 × 4 are left.
      </p>
    </StoryStep>
  );
}
