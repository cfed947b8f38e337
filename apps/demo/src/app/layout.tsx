import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../design/tokens.css';
import '../design/base.css';
import { SiteFooter } from '../shell/site-footer';
import { SiteHeader } from '../shell/site-header';
import { themeScript } from '../shell/theme';
import styles from './layout.module.css';

export const metadata: Metadata = {
  title: { default: 'Lenet: draw a digit and watch a small network read it', template: '%s · Lenet' },
  description:
    'A handwritten-digit reader that runs on your own device: draw a digit and a small neural network reads it while you draw. Nothing leaves your device.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f2eb' },
    { media: '(prefers-color-scheme: dark)', color: '#131619' },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The script below may have set the theme before React looks.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <div className={styles.site}>
          <SiteHeader />
          <main id="main" className={styles.main} tabIndex={-1}>
            {children}
          </main>
          <SiteFooter />
        </div>
      </body>
    </html>
  );
}
