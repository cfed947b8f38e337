import type { NetworkViews } from '../network-views.js';
import type { Sprite } from '../pictures/sprite.js';
import type { PagePictures } from './page-pictures.js';
import { Section } from './section.js';
import { Tile } from './tile.js';

/** What the network has learned to see. */
export function NetworkSections(props: {
  network: NetworkViews;
  pictures: PagePictures;
  /** What the example is and was read as. */
  example: string;
  attribution?: string | undefined;
}) {
  const { network, pictures, example, attribution } = props;
  const { filters, maps } = network;
  return (
    <>
      <Section name="filters">
        <figure>
          <LayerTiles sprite={pictures.filters} count={filters.pictures.count} label={filters.size} />
          <figcaption>
            The weights of <code>{filters.layer}</code>, the first layer: {filters.size}. Orange is above
            zero, blue below, and the stronger the further away; all are drawn on one scale.
          </figcaption>
        </figure>
      </Section>
      {maps.length > 0 && (
        <Section name="maps">
          <figure>
            <p class="given">
              <Tile sprite={pictures.test} position={pictures.positions.get(network.example)!} />
              <span>The input: {example}.</span>
            </p>
            {maps.map(({ layer, size, pictures: { count } }, index) => (
              <div class="layer">
                <h3>
                  <code>{layer}</code> {size}
                </h3>
                <LayerTiles sprite={pictures.maps[index]} count={count} label={size} />
              </div>
            ))}
            <figcaption>
              What each layer makes of {example}. Within a layer, no ink is the smallest value and full ink
              the largest. {attribution}
            </figcaption>
          </figure>
        </Section>
      )}
    </>
  );
}

/** @param props.label read aloud in place of the pictures */
function LayerTiles({ sprite, count, label }: { sprite: Sprite; count: number; label: string }) {
  const kind = count === 1 ? 'units' : count <= 16 ? 'maps' : 'many';
  return (
    <div class={`tiles ${kind}`} role="img" aria-label={label}>
      {Array.from({ length: count }, (_, position) => (
        <Tile sprite={sprite} position={position} />
      ))}
    </div>
  );
}
