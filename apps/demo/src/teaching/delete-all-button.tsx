import { useState } from 'react';
import { Button } from '../design/button';

/** Deletes at the second click: what it deletes is nowhere else. */
export function DeleteAllButton({
  count,
  onDelete,
}: {
  readonly count: number;
  readonly onDelete: () => void;
}) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      disabled={count === 0}
      data-testid="delete-all"
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(!isAsked);
        if (isAsked) onDelete();
      }}
    >
      {isAsked && count > 0 ? `Delete ${count === 1 ? 'it' : `all ${count}`} for good?` : 'Delete all'}
    </Button>
  );
}
