import type { ComponentChildren } from 'preact';
import type { Figure } from '../figures/figure.js';
import { ScrollArea } from './data-table.js';

/** Drawings beside each other, or below each other where there is no room; the children are the caption. */
export function FigureView(props: { figures: readonly Figure[]; kind: string; children: ComponentChildren }) {
  const { figures, kind, children } = props;
  return (
    <figure class={kind}>
      <Drawings figures={figures} />
      <figcaption>{children}</figcaption>
    </figure>
  );
}

/** A drawing with small text: on a narrow screen it scrolls rather than becoming unreadable. */
export function WideFigureView(props: { figure: Figure; label: string; children: ComponentChildren }) {
  const { figure, label, children } = props;
  return (
    <figure class="wide">
      <ScrollArea label={label}>
        <Drawings figures={[figure]} />
      </ScrollArea>
      <figcaption>{children}</figcaption>
    </figure>
  );
}

function Drawings({ figures }: { figures: readonly Figure[] }) {
  return (
    <div class="drawings">
      {figures.map(({ svg }) => (
        // Made by Observable Plot and linkedom, which escape their texts.
        <div dangerouslySetInnerHTML={{ __html: svg }} />
      ))}
    </div>
  );
}
