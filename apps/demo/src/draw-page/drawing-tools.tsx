import { useEffect } from 'react';
import { IconButton } from '../design/icon-button';
import { clearDrawing, redoMark, undoMark, useDrawingStore } from '../drawing/drawing-store';
import styles from './drawing-tools.module.css';

const icons = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  clear: 'M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3',
};

/**
 * Undo, redo and clear, with the keys that everybody knows, and Escape.
 *
 * @param props.onClear called before the paper is cleared
 */
export function DrawingTools({ onClear }: { onClear: () => void }) {
  const canUndo = useDrawingStore(({ history }) => history.past.length > 0);
  const canRedo = useDrawingStore(({ history }) => history.future.length > 0);

  function clear() {
    onClear();
    clearDrawing();
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog closes with Escape, and a field has an undo of its own.
      if ((event.target as Element).closest('dialog, input:not([type="radio"]), select, textarea')) return;
      const hasCommand = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (event.key === 'Escape') {
        onClear();
        clearDrawing();
      } else if (hasCommand && key === 'z') {
        event.preventDefault();
        if (event.shiftKey) redoMark();
        else undoMark();
      } else if (hasCommand && key === 'y') {
        event.preventDefault();
        redoMark();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onClear]);

  return (
    <div className={styles.tools}>
      <IconButton
        icon={icons.clear}
        data-testid="clear"
        aria-keyshortcuts="Escape"
        title="Clear (Esc)"
        onClick={clear}
      >
        Clear
      </IconButton>
      <IconButton
        icon={icons.undo}
        label="Undo"
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={undoMark}
      />
      <IconButton
        icon={icons.redo}
        label="Redo"
        aria-keyshortcuts="Control+Shift+Z"
        disabled={!canRedo}
        onClick={redoMark}
      />
    </div>
  );
}
