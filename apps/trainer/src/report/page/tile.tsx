import type { ComponentChildren } from 'preact';
import { cornerOf, type Sprite } from '../pictures/sprite.js';

/** One picture of a sprite. The text beside it says what it is, so it is not read aloud. */
export function Tile({ sprite, position }: { sprite: Sprite; position: number }) {
  const { x, y } = cornerOf(sprite, position);
  return (
    <svg class="tile" viewBox={`${x} ${y} ${sprite.width} ${sprite.height}`} aria-hidden="true">
      <use href={`#${sprite.id}`} />
    </svg>
  );
}

/** Pictures in rows, each with what is under it. */
export function Tiles(props: { kind: string; children: ComponentChildren }) {
  // A list without bullets would not be read as one everywhere.
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role with the bullets
    <ul class={`tiles ${props.kind}`} role="list">
      {props.children}
    </ul>
  );
}

/** The images that tiles show pieces of; themselves out of sight. */
export function SpriteSheet({ sprites }: { sprites: readonly Sprite[] }) {
  return (
    <svg class="sprites" width="0" height="0" aria-hidden="true">
      <defs>
        {sprites.map(({ id, href, sheetWidth, sheetHeight }) => (
          <image id={id} href={href} width={sheetWidth} height={sheetHeight} />
        ))}
      </defs>
    </svg>
  );
}
