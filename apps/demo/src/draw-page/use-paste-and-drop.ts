import { useEffect, useRef, useState } from 'react';
import { type DroppedFile, readDroppedFiles } from '../models/dropped-files';

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
  const [isDragging, setDragging] = useState(false);
  const latest = useRef(takers);
  latest.current = takers;

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files');
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setDragging(false);
    const onDrop = async (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const files = await readDroppedFiles(event.dataTransfer!);
      if (files.length === 1 && !files[0].path.includes('/')) latest.current.onPicture(files[0].file);
      else latest.current.onFolder(files);
    };
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      const file = clipboardData?.files[0];
      if (file) latest.current.onPicture(file);
      else if (clipboardData)
        latest.current.onNothing('What was pasted is no picture. Copy a picture first.');
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, []);
  return isDragging;
}
