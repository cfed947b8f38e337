'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import layout from '../design/layout.module.css';
import { clearDrawing } from '../drawing/drawing-store';
import { createKeptSamples, noSamples } from '../keeping/kept-samples';
import type { DroppedFile } from '../models/dropped-files';
import { FileDrop } from '../own-files/file-drop';
import { CorrectionPanel } from './correction-panel';
import { importSamples } from './import-samples';
import { LearnPanel } from './learn-panel';
import styles from './teaching-lab.module.css';
import { importedWords, keptWords } from './teaching-words';
import { useTeacher } from './use-teacher';
import { YourDigits } from './your-digits';

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
  const { answer, learned } = state;

  useEffect(() => void kept.load(), []);

  async function correct(label: number) {
    if (!answer || answer.digit === null) return;
    await kept.add([{ pixels: answer.seen, label, answer: answer.digit }]);
    setTold(keptWords(label, answer.digit));
    clearDrawing();
  }

  async function take(files: readonly DroppedFile[]) {
    try {
      const imported = await importSamples(files);
      await kept.add(imported);
      setTold(importedWords(imported.length));
      setTrouble(undefined);
    } catch (error) {
      setTrouble((error as Error).message);
    }
  }

  return (
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
    >
      <CorrectionPanel {...{ state, told }} onInk={read} onCorrect={correct} />
      <div className={layout.stack}>
        <YourDigits
          {...{ samples, problem, trouble }}
          answers={learned?.answers.length === samples.length ? learned.answers : undefined}
          onRemove={(id) => void kept.remove(id)}
          onRemoveAll={() => void kept.clear()}
          onFiles={take}
          onTroubleClosed={() => setTrouble(undefined)}
        />
        <LearnPanel {...{ state, unlearn, save }} samples={samples} onLearn={learn} />
      </div>
      <FileDrop onFiles={take}>
        Drop an archive of this page, IDX files, or PNG pictures to import them.
      </FileDrop>
    </div>
  );
}
