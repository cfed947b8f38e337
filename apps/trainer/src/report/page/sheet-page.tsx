import type { ComponentChildren } from 'preact';
import { PageHead } from './page-head.js';

/** A whole document without scripts: a headline, what is on the page, and a foot. */
export function SheetPage(props: {
  title: string;
  eyebrow: string;
  heading: string;
  byline: ComponentChildren;
  /** Below the headline, such as what the page is not. */
  notices?: ComponentChildren;
  /** Beside or above what is on the page. */
  contents?: ComponentChildren;
  footer: ComponentChildren;
  children: ComponentChildren;
}) {
  const { title, eyebrow, heading, byline, notices, contents, footer, children } = props;
  return (
    <html lang="en">
      <PageHead title={title} />
      <body>
        <a class="skip" href="#content">
          Skip to the figures
        </a>
        <div class="sheet">
          <header class="headline">
            <p class="eyebrow">{eyebrow}</p>
            <h1>{heading}</h1>
            <p class="byline">{byline}</p>
            {notices}
          </header>
          {contents}
          <main id="content">{children}</main>
          <footer>{footer}</footer>
        </div>
      </body>
    </html>
  );
}
