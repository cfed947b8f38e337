import { useEffect, useRef, useState } from 'react';
import { type DroppedFile, readDroppedFiles } from '../models/dropped-files';

/**
 * Takes files and folders that are dropped anywhere on the page: beside a small target the browser would open them
 * in place of the page, and what the visitor made there would be lost.
 *
 * @returns whether something is dragged over the page right now
 */
export function useFileDrop(onFiles: (files: readonly DroppedFile[]) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

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
      latest.current(await readDroppedFiles(event.dataTransfer!));
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return isDragging;
}
