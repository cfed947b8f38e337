import type { ComponentChildren } from 'preact';
import type { Figure } from '../figures/figure.js';
import { ScrollArea } from './data-table.js';

/** A figure within the page; its children are the caption. */
export function FigureView(props: { figure: Figure; label: string; children: ComponentChildren }) {
  const { figure, label, children } = props;
  return (
    <figure class={`figure ${figure.name}`}>
      <ScrollArea label={label}>
        {/* Made by Observable Plot, which escapes its texts. */}
        <div class="drawing" dangerouslySetInnerHTML={{ __html: figure.svg }} />
      </ScrollArea>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
