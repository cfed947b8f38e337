import { Button } from '../design/button';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import type { KeptSample } from '../keeping/database';
import { download } from '../model-files/download';
import type { DroppedFile } from '../models/dropped-files';
import { FileButton } from '../own-files/file-button';
import { DeleteAllButton } from './delete-all-button';
import { samplesAsIdx, samplesAsPng } from './export-samples';
import { SampleList } from './sample-list';
import styles from './teaching-lab.module.css';

/**
 * The visitor's digits: listed, imported, exported, deleted.
 *
 * @param props.answers what the network reads each as now. @default not learned yet
 * @param props.problem why the device does not keep them
 * @param props.trouble why files were not taken
 */
export function YourDigits({
  samples,
  answers,
  problem,
  trouble,
  onRemove,
  onRemoveAll,
  onFiles,
  onTroubleClosed,
}: {
  readonly samples: readonly KeptSample[];
  readonly answers: Uint8Array | undefined;
  readonly problem: string | undefined;
  readonly trouble: string | undefined;
  readonly onRemove: (id: number) => void;
  readonly onRemoveAll: () => void;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onTroubleClosed: () => void;
}) {
  const isEmpty = samples.length === 0;
  return (
    <Panel aria-labelledby="your-digits" className={layout.stack}>
      <h2 id="your-digits">
        Your digits <span className={styles.count}>{samples.length}</span>
      </h2>
      {isEmpty ? (
        <p className={layout.hint}>
          Nothing kept yet. Ten digits that it misreads are a good beginning. They stay on this device.
        </p>
      ) : (
        <SampleList {...{ samples, answers, onRemove }} />
      )}
      <div className={layout.row}>
        <FileButton testId="import" onFiles={onFiles}>
          Import …
        </FileButton>
        <Button
          disabled={isEmpty}
          data-testid="export-png"
          onClick={() => download('my-digits-png.zip', samplesAsPng(samples))}
        >
          Export PNG
        </Button>
        <Button
          disabled={isEmpty}
          data-testid="export-idx"
          onClick={() => download('my-digits-idx.zip', samplesAsIdx(samples))}
        >
          Export IDX
        </Button>
        <DeleteAllButton count={samples.length} onDelete={onRemoveAll} />
      </div>
      {problem !== undefined && <Notice>{problem}</Notice>}
      {trouble !== undefined && <Notice onClose={onTroubleClosed}>{trouble}</Notice>}
    </Panel>
  );
}
