import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './tabs.module.css';

/** One sheet of several. */
export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

/**
 * Sheets of which one is shown. Arrow keys, Home and End go from tab to tab, as the ARIA practices say.
 *
 * @param props.label what the tabs are about, for screen readers
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [chosen, setChosen] = useState(tabs[0].id);
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find(({ id }) => id === chosen) ?? tabs[0];

  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.indexOf(shown);
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = (target + tabs.length) % tabs.length;
    setChosen(tabs[next].id);
    (list.current!.children[next] as HTMLElement).focus();
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label: name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}${id}-tab`}
            aria-controls={`${prefix}${id}`}
            aria-selected={id === shown.id}
            tabIndex={id === shown.id ? 0 : -1}
            className={styles.tab}
            onClick={() => setChosen(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${prefix}${shown.id}`}
        aria-labelledby={`${prefix}${shown.id}-tab`}
        className={styles.sheet}
      >
        {shown.content}
      </div>
    </div>
  );
}
