import { Button } from '../design/button';
import layout from '../design/layout.module.css';
import { Panel } from '../design/panel';
import type { KeptSample } from '../keeping/database';
import { MadeModelActions } from '../keeping/made-model-actions';
import { LearnedTable } from './learned-table';
import type { TeacherState } from './use-teacher';

/** Name of the network that knows the visitor's handwriting, in files and on this device. */
const MODEL_NAME = 'my-handwriting';

/** Has the network learn the visitor's digits, and shows what came of it. */
export function LearnPanel({
  state: { learned, isLearning },
  samples,
  onLearn,
  unlearn,
  save,
}: {
  readonly state: TeacherState;
  readonly samples: readonly KeptSample[];
  readonly onLearn: (samples: readonly KeptSample[]) => void;
  readonly unlearn: () => void;
  readonly save: (name: string) => Promise<ReadonlyMap<string, Uint8Array>>;
}) {
  return (
    <Panel aria-labelledby="learn" className={layout.stack}>
      <h2 id="learn">Learn my handwriting</h2>
      <p className={layout.hint}>
        It goes on learning from your digits, mixed with digits of others, so that it forgets nothing.
      </p>
      <div className={layout.row}>
        <Button
          look="primary"
          disabled={samples.length === 0 || isLearning}
          data-testid="learn"
          onClick={() => onLearn(samples)}
        >
          {isLearning ? 'Learning …' : 'Learn my handwriting'}
        </Button>
        {learned && <Button onClick={unlearn}>Forget it again</Button>}
      </div>
      {learned && !isLearning && (
        <>
          <p role="status">Learned in {learned.seconds.toFixed(1)} s. Draw again and see.</p>
          <LearnedTable learned={learned} />
          <MadeModelActions name={MODEL_NAME} title="Knows my handwriting" save={save} />
        </>
      )}
    </Panel>
  );
}
