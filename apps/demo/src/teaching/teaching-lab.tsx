'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { clearDrawing } from '../drawing/drawing-store';
import { keepModel } from '../keeping/kept-models';
import { createKeptSamples, noSamples } from '../keeping/kept-samples';
import { storageProblem } from '../keeping/storage-problem';
import { download } from '../model-files/download';
import { zipFiles } from '../model-files/zip-files';
import { DrawingPad } from '../pad/drawing-pad';
import { samplesAsIdx, samplesAsPng } from './export-samples';
import { importSamples } from './import-samples';
import { LearnedTable } from './learned-table';
import { SampleList } from './sample-list';
import styles from './teaching-lab.module.css';
import { keptWords, teachingWords } from './teaching-words';
import { useTeacher } from './use-teacher';

/** Name of the network that knows the visitor's handwriting, in files and on this device. */
const MODEL_NAME = 'my-handwriting';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const kept = createKeptSamples();

/** Corrects the network, and has it learn from that. */
export function TeachingLab() {
  const { state, read, learn, unlearn, save } = useTeacher();
  const { samples, problem } = useSyncExternalStore(
    kept.subscribe,
    () => kept.state,
    () => noSamples,
  );
  const [told, setTold] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isModelKept, setModelKept] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { answer, learned, isLearning } = state;
  const isBlank = !answer || answer.digit === null;

  useEffect(() => void kept.load(), []);

  async function correct(label: number) {
    if (!answer || isBlank) return;
    await kept.add([{ pixels: answer.seen, label, answer: answer.digit }]);
    setTold(keptWords(label, answer.digit));
    clearDrawing();
  }

  async function take(list: FileList | readonly File[] | null) {
    if (!list || list.length === 0) return;
    try {
      const imported = await importSamples([...list]);
      await kept.add(imported);
      setTold(`Imported ${imported.length} ${imported.length === 1 ? 'digit' : 'digits'}.`);
      setTrouble(undefined);
    } catch (error) {
      setTrouble((error as Error).message);
    }
  }

  async function keep() {
    try {
      await keepModel({ name: MODEL_NAME, title: 'Knows my handwriting', files: await save(MODEL_NAME) });
      setModelKept(true);
    } catch (error) {
      setTrouble(storageProblem(error, 'The network'));
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files on; a button does the same
    <div
      className={styles.lab}
      data-testid="teaching"
      data-count={samples.length}
      data-sequence={state.sequence}
      data-digit={answer?.digit ?? ''}
      data-learned={learned !== undefined}
      data-seconds={learned?.seconds ?? ''}
      data-others-before={learned?.others.before ?? ''}
      data-others-after={learned?.others.after ?? ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <Panel aria-label="Drawing" className={styles.drawing}>
        <DrawingPad onInk={read} />
        <p role="status" className={styles.status} data-testid="status">
          {isBlank && told !== '' ? told : teachingWords(answer)}
        </p>
        <fieldset className={styles.labels} disabled={isBlank}>
          <legend>That was a</legend>
          {digits.map((digit) => (
            <Button key={digit} data-testid={`label-${digit}`} onClick={() => void correct(digit)}>
              {digit}
            </Button>
          ))}
        </fieldset>
        {state.failure !== undefined && <Notice kind="failure">It does not work: {state.failure}</Notice>}
      </Panel>

      <div className={styles.side}>
        <Panel aria-labelledby="your-digits" className={styles.yours}>
          <h2 id="your-digits">
            Your digits <span className={styles.count}>{samples.length}</span>
          </h2>
          {samples.length === 0 ? (
            <p className={styles.hint}>
              Nothing kept yet. Ten digits that it misreads are a good beginning. They stay on this device.
            </p>
          ) : (
            <SampleList
              samples={samples}
              answers={learned?.answers.length === samples.length ? learned.answers : undefined}
              onRemove={(id) => void kept.remove(id)}
            />
          )}
          <div className={styles.buttons}>
            <Button look="quiet" onClick={() => picker.current!.click()}>
              Import …
            </Button>
            <Button
              look="quiet"
              disabled={samples.length === 0}
              data-testid="export-png"
              onClick={() => download('my-digits-png.zip', samplesAsPng(samples))}
            >
              Export PNG
            </Button>
            <Button
              look="quiet"
              disabled={samples.length === 0}
              data-testid="export-idx"
              onClick={() => download('my-digits-idx.zip', samplesAsIdx(samples))}
            >
              Export IDX
            </Button>
            <Button
              look="quiet"
              disabled={samples.length === 0}
              data-testid="delete-all"
              onClick={() => void kept.clear()}
            >
              Delete all
            </Button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              data-testid="import"
              onChange={(event) => {
                void take(event.target.files && [...event.target.files]);
                event.target.value = '';
              }}
            />
          </div>
          {problem !== undefined && <Notice>{problem}</Notice>}
          {trouble !== undefined && <Notice onClose={() => setTrouble(undefined)}>{trouble}</Notice>}
        </Panel>

        <Panel aria-labelledby="learn" className={styles.yours}>
          <h2 id="learn">Learn my handwriting</h2>
          <p className={styles.hint}>
            It goes on learning from your digits, mixed with digits of others, so that it forgets nothing.
          </p>
          <div className={styles.buttons}>
            <Button
              look="primary"
              disabled={samples.length === 0 || isLearning}
              data-testid="learn"
              onClick={() => {
                setModelKept(false);
                learn(samples);
              }}
            >
              {isLearning ? 'Learning …' : 'Learn my handwriting'}
            </Button>
            {learned && <Button onClick={unlearn}>Forget it again</Button>}
          </div>
          {learned && (
            <>
              <p role="status">Learned in {learned.seconds.toFixed(1)} s. Draw again and see.</p>
              <LearnedTable learned={learned} />
              <div className={styles.buttons}>
                <Button onClick={keep} disabled={isModelKept} data-testid="keep">
                  {isModelKept ? 'Kept on this device' : 'Keep it for the other pages'}
                </Button>
                <Button
                  data-testid="download"
                  onClick={async () => download(`${MODEL_NAME}.zip`, zipFiles(await save(MODEL_NAME)))}
                >
                  Download the model folder
                </Button>
              </div>
            </>
          )}
        </Panel>
      </div>
    </div>
  );
}
