import type { ComponentChildren } from 'preact';
import type { Figure } from '../figures/figure.js';

/** Drawings beside each other, or below each other where there is no room; the children are the caption. */
export function FigureView(props: { figures: readonly Figure[]; kind: string; children: ComponentChildren }) {
  const { figures, kind, children } = props;
  return (
    <figure class={kind}>
      <div class="drawings">
        {figures.map(({ svg }) => (
          // Made by Observable Plot and linkedom, which escape their texts.
          <div dangerouslySetInnerHTML={{ __html: svg }} />
        ))}
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
