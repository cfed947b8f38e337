import type { Explanation, OpenedNetwork } from '../explaining/messages';
import { LayerView } from '../layers/layer-view';

/** The network of the story, and what it makes of the drawing; once they are there. */
export interface StoryNetwork {
  readonly network: OpenedNetwork | undefined;
  readonly explanation: Explanation | undefined;
}

/** Layers of the network, as the layers page shows them. */
export function StoryLayers({
  network,
  explanation,
  layers,
}: StoryNetwork & {
  /** Their places in the network. */
  readonly layers: readonly number[];
}) {
  if (!network) return null;
  const last = network.architecture.layers.length - 1;
  return layers.map((index) => (
    <LayerView
      key={index}
      network={network}
      layerIndex={index}
      activation={explanation?.activations[index]}
      probabilities={index === last ? explanation?.probabilities : undefined}
    />
  ));
}
