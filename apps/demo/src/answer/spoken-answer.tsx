import { useEffect, useState } from 'react';

/** So long the answer stays the same before it is said: not each one while the pen moves. */
const QUIET_MILLISECONDS = 500;

/** The answer for screen readers, once the pen rests. */
export function SpokenAnswer({ words }: { words: string }) {
  const [spoken, setSpoken] = useState(words);
  useEffect(() => {
    const rest = setTimeout(() => setSpoken(words), QUIET_MILLISECONDS);
    return () => clearTimeout(rest);
  }, [words]);
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
