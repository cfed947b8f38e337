import { StoryLayers, type StoryNetwork } from './story-layers';
import { StoryStep } from './story-step';

/** From ten scores to the answer. */
export function SoftmaxStep(shown: StoryNetwork) {
  const { explanation } = shown;
  return (
    <StoryStep
      title="7. Softmax: from scores to probabilities"
      picture={<StoryLayers {...shown} layers={[7]} />}
    >
      <p>
        Each score becomes e to its power, divided by the sum of all ten: positive numbers that add up to 1.
        {explanation?.digit != null && (
          <>
            {' '}
            For your drawing the largest is <b>{explanation.digit}</b>, with{' '}
            <b>{(100 * explanation.probability).toFixed(1)}&nbsp;%</b>.
          </>
        )}
      </p>
    </StoryStep>
  );
}
