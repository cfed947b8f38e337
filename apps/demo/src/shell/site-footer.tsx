import { OfflineUpdate } from './offline-update';
import styles from './site-footer.module.css';
import { basePath } from './site-url';

/** Whether the reference of the packages is published beside the page. */
const hasReference = process.env.NEXT_PUBLIC_HAS_REFERENCE === '1';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.text}>
        <OfflineUpdate />
        <p>Everything runs on your device. What you draw or upload never leaves it.</p>
        <p>
          The networks learned from MNIST, handwritten digits collected by Yann LeCun, Corinna Cortes and
          Christopher J. C. Burges (CC BY-SA 3.0).
        </p>
        {hasReference && (
          <p>
            For programs: <a href={`${basePath}/docs/`}>what the packages can do</a>.
          </p>
        )}
      </div>
    </footer>
  );
}
