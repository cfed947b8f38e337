import styles from './site-header.module.css';
import { SiteLink } from './site-link';
import { sitePages } from './site-pages';
import { ThemeSwitch } from './theme-switch';

/** The name, the pages, light or dark. On a phone the pages have a row of their own. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <div className={styles.bar}>
        <SiteLink path="/" className={styles.name}>
          <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M10 9h12l-7 15" />
          </svg>
          Lenet
        </SiteLink>
        <nav aria-label="Pages" className={styles.pages}>
          <ul>
            {sitePages.map(({ path, label }) => (
              <li key={path}>
                <SiteLink path={path}>{label}</SiteLink>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}
