import type { ReactNode } from 'react';
import type { DroppedFile } from '../models/dropped-files';
import styles from './file-drop.module.css';
import { useFileDrop } from './use-file-drop';

/**
 * Makes the whole page a place to drop files on, and says so while something is dragged over it. Put a `FileButton`
 * beside it: not everybody can drag.
 *
 * @param props.children what may be dropped
 */
export function FileDrop({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly children: ReactNode;
}) {
  const isDragging = useFileDrop(onFiles);
  if (!isDragging) return null;
  return (
    <div className={styles.veil} data-testid="drop-veil">
      <p className={styles.words}>{children}</p>
    </div>
  );
}
