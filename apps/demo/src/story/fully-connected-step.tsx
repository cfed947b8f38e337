import { StoryLayers, type StoryNetwork } from './story-layers';
import { StoryStep } from './story-step';

/** From maps to ten scores. */
export function FullyConnectedStep(shown: StoryNetwork) {
  return (
    <StoryStep
      title="6. Fully connected: weigh all evidence"
      picture={<StoryLayers {...shown} layers={[4, 5, 6]} />}
    >
      <p>
        The maps are laid out as one row of 256 numbers. Every one of 120 units weighs all of them, 84 units
        weigh those, and ten units, one for each digit, give a score. While a larger network learns, a share
        of such numbers is often switched off by chance (dropout), so that it cannot rely on any single one.
      </p>
    </StoryStep>
  );
}
