import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { IconButton } from '../design/icon-button';
import { Notice } from '../design/notice';
import { useModelDrop } from '../models/use-own-model';
import { addPicture } from './add-picture';
import styles from './picture-tools.module.css';
import { useHasCamera } from './use-has-camera';
import { usePasteAndDrop } from './use-paste-and-drop';

const CameraDialog = lazy(() => import('./camera-dialog'));

const icons = {
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
};

/**
 * A picture in place of a drawing: from a file, the camera, the clipboard, or dropped anywhere.
 *
 * @param props.children tools of the drawing, in the same row
 */
export function PictureTools({ children }: { children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isCameraOpen, setCameraOpen] = useState(false);
  const hasCamera = useHasCamera();
  const takeModel = useModelDrop(setProblem);

  async function take(file: Blob | undefined) {
    setProblem(undefined);
    if (file) setProblem(await addPicture(file));
  }

  const isDragging = usePasteAndDrop({ onPicture: take, onFolder: takeModel, onNothing: setProblem });

  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        {children}
        <IconButton icon={icons.upload} onClick={() => input.current!.click()}>
          Picture
        </IconButton>
        {hasCamera && (
          <IconButton icon={icons.camera} onClick={() => setCameraOpen(true)}>
            Camera
          </IconButton>
        )}
        <span className={styles.hint}>or paste or drop it</span>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp,image/avif"
        hidden
        data-testid="picture-file"
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // the same file can be taken again
          await take(file);
        }}
      />
      {problem !== undefined && (
        <Notice kind="failure" onClose={() => setProblem(undefined)}>
          {problem}
        </Notice>
      )}
      {isCameraOpen && (
        <Suspense>
          <CameraDialog onPicture={take} onClose={() => setCameraOpen(false)} />
        </Suspense>
      )}
      {isDragging && <div className={styles.dropZone}>Drop a picture of digits, or the folder of a run</div>}
    </div>
  );
}
