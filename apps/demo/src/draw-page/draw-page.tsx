'use client';

import { AnswerPanel } from '../answer/answer-panel';
import { ReaderNotices } from '../answer/reader-notices';
import { DrawingCanvas } from '../drawing/drawing-canvas';
import { usePen } from '../drawing/use-pen';
import { useReadDrawing } from '../reading/use-read-drawing';
import { DigitBoxes } from './digit-boxes';
import styles from './draw-page.module.css';
import { DrawingTools } from './drawing-tools';
import { NetworkPanel } from './network-panel';
import { PaperAnswer } from './paper-answer';
import { PictureTools } from './picture-tools';
import { SampleStrip } from './sample-strip';

/** The paper on one side, what the network makes of it on the other, and below which network that is. */
export function DrawPage() {
  const pen = usePen();
  useReadDrawing();
  return (
    <div className={styles.page}>
      <section aria-label="Drawing" className={styles.drawing}>
        <DrawingCanvas pen={pen.handlers}>
          <DigitBoxes />
          <PaperAnswer />
        </DrawingCanvas>
        <PictureTools>
          <DrawingTools onClear={pen.drop} />
        </PictureTools>
        <SampleStrip />
      </section>
      <div className={styles.answer}>
        <ReaderNotices />
        <AnswerPanel />
      </div>
      <NetworkPanel className={styles.network} />
    </div>
  );
}
