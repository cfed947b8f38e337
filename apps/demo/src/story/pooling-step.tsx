import { StoryLayers, type StoryNetwork } from './story-layers';
import { StoryStep } from './story-step';

/** From maps to smaller ones. */
export function PoolingStep(shown: StoryNetwork) {
  return (
    <StoryStep title="4. Pooling: roughly there is enough" picture={<StoryLayers {...shown} layers={[1]} />}>
      <p>
        Of each 2 × 2 squares only the largest goes on. The maps are half as wide, and a stroke that moves by
        a square changes them little: the network grows tolerant of where exactly things are. Some networks
        take the mean instead.
      </p>
    </StoryStep>
  );
}
