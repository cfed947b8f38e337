import type { ReaderDescription } from '../reading/messages';
import { percent } from './answer-words';
import styles from './reader-words.module.css';

const backendNames = { wasm: 'WebAssembly', cpu: 'plain JavaScript' };

/** Who reads, how well and how fast; and what the visitor must know when something is not as asked. */
export function ReaderWords({
  reader,
  milliseconds,
  notices,
  failure,
}: {
  readonly reader: ReaderDescription | undefined;
  readonly milliseconds: number | undefined;
  readonly notices: readonly string[];
  readonly failure: string | undefined;
}) {
  return (
    <div className={styles.words}>
      {failure !== undefined && (
        <p className={styles.warning} role="alert">
          Nothing can be read: {failure}
        </p>
      )}
      {notices.map((notice) => (
        <p key={notice} className={styles.warning} role="alert">
          {notice}
        </p>
      ))}
      <p className={styles.reader}>
        {reader === undefined ? (
          failure === undefined && 'Loading the network …'
        ) : (
          <>
            {modelWords(reader.model)} TensorFlow.js reads with {backendNames[reader.backend]}
            {milliseconds === undefined ? '' : `, the last drawing in ${milliseconds.toFixed(1)}\u00a0ms`}.
          </>
        )}
      </p>
    </div>
  );
}

function modelWords(model: ReaderDescription['model']): string {
  const count = (value: number) => value.toLocaleString('en');
  return `${model.name} ${model.version}: ${count(model.parameterCount)} weights, ${percent(model.accuracy)} of ${count(model.testCount)} test images right (${model.testData}).`;
}
