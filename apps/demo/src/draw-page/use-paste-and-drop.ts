import { useEffect, useRef } from 'react';
import type { DroppedFile } from '../models/dropped-files';
import { useFileDrop } from '../own-files/use-file-drop';

interface Takers {
  readonly onPicture: (file: File) => void;
  /** Files of one or more folders. */
  readonly onFolder: (files: readonly DroppedFile[]) => void;
  /** Says what came, where it is neither. */
  readonly onNothing: (message: string) => void;
}

/**
 * Takes pictures and folders that are dropped anywhere on the page, and pictures that are pasted.
 *
 * @returns whether something is dragged over the page right now
 */
export function usePasteAndDrop(takers: Takers): boolean {
  const latest = useRef(takers);
  latest.current = takers;
  const isDragging = useFileDrop((files) => {
    if (files.length === 1 && !files[0].path.includes('/')) takers.onPicture(files[0].file);
    else takers.onFolder(files);
  });

  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      const file = clipboardData?.files[0];
      if (file) latest.current.onPicture(file);
      else if (clipboardData)
        latest.current.onNothing('What was pasted is no picture. Copy a picture first.');
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, []);
  return isDragging;
}
