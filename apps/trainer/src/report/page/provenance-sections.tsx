import type { DataIdentity } from '../../data/data-identity.js';
import { mixtureText } from '../../data/mixture-text.js';
import { countedText, countText } from '../number-text.js';
import type { ReportInput } from '../report-input.js';
import { DataTable, ScrollArea, ValueTable } from './data-table.js';
import { Section } from './section.js';

/** Where the result comes from, and how to get it again. */
export function ProvenanceSections({ input }: { input: ReportInput }) {
  const { config, environment, data, command } = input;
  return (
    <>
      <Section name="configuration">
        <ValueTable caption="Every option of the run, as in config.json" values={config} />
      </Section>
      <Section name="environment">
        <ValueTable caption="What the run was made with, as in environment.json" values={environment} />
      </Section>
      <Section name="data">
        <p>
          <strong>{data.title}</strong>, from {data.origin}:{' '}
          {shareText(data.trainingCount, data.trainingTotal, 'training image')} and{' '}
          {shareText(data.testCount, data.testTotal, 'test image')}.
        </p>
        {data.mixture && (
          <p>
            In training mixed with {mixtureText(data.mixture)}, drawn by the {data.mixture.origin}; they are
            in no figure of the test set.
          </p>
        )}
        {data.attribution && <p>{data.attribution}</p>}
        <DataFiles files={data.files} />
      </Section>
      <Section name="repeat">
        <ScrollArea label="Command">
          <pre class="command">
            <code>{command}</code>
          </pre>
        </ScrollArea>
        <p>
          With the data described above, the command starts from the same weights and sees the same images in
          the same order.
        </p>
      </Section>
    </>
  );
}

/** Which bytes the images were; nothing where they lie in no files. */
export function DataFiles({ files }: Pick<DataIdentity, 'files'>) {
  if (files.length === 0) return null;
  return (
    <DataTable
      caption="Files, by the SHA-256 digest of their decompressed bytes"
      columns={['File', 'Bytes', 'SHA-256']}
      rows={files.map(({ name, bytes, sha256 }) => [
        name,
        countText(bytes),
        <code class="digest">{sha256}</code>,
      ])}
      kind="texts"
    />
  );
}

/** `1,000 of 60,000 training images`, or `60,000 training images` where all were used. */
function shareText(used: number, total: number | undefined, noun: string): string {
  return total === undefined ? countedText(used, noun) : `${countText(used)} of ${countedText(total, noun)}`;
}
