import { ScrollArea, ValueTable } from '../../report/page/data-table.js';
import { DataFiles } from '../../report/page/provenance-sections.js';
import type { Reproduction } from '../reproduction.js';

/** The command, on what it ran, and which data it saw. */
export function RepeatSection({ done }: { done: Reproduction }) {
  const { command, environment, identity } = done;
  return (
    <section id="repeat">
      <h2>How to repeat it</h2>
      <ScrollArea label="Command">
        <pre class="command">
          <code>{command}</code>
        </pre>
      </ScrollArea>
      <ValueTable caption="What it was made with" values={{ ...environment }} />
      <p>
        Data: {identity.title}, from {identity.origin}. {identity.attribution}
      </p>
      <DataFiles files={identity.files} />
    </section>
  );
}
