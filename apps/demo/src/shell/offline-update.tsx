'use client';

import { useEffect, useState } from 'react';
import { Button } from '../design/button';
import styles from './site-footer.module.css';
import { basePath } from './site-url';

/** Installs the service worker once the page is at rest, and offers a new version when there is one. */
export function OfflineUpdate() {
  const [waiting, setWaiting] = useState<ServiceWorker>();

  useEffect(() => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    const start = setTimeout(async () => {
      const registration = await serviceWorker
        .register(`${basePath}/service-worker.js`, { updateViaCache: 'none' })
        // Private windows and settings may forbid it: the site works online as well.
        .catch(() => undefined);
      if (registration === undefined) return;
      const look = () => setWaiting(registration.active ? (registration.waiting ?? undefined) : undefined);
      const watch = () => registration.installing?.addEventListener('statechange', look);
      look();
      // The browser may have begun to install a new version before this.
      watch();
      registration.addEventListener('updatefound', watch);
    }, 1000);
    return () => clearTimeout(start);
  }, []);

  if (waiting === undefined) return null;
  return (
    <p className={styles.update} role="status">
      A new version of this site is ready.
      <Button
        onClick={() => {
          navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
          waiting.postMessage('take-over');
        }}
      >
        Use it now
      </Button>
    </p>
  );
}
