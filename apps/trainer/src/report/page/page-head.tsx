import { reportStyle } from './report-style.js';
import { securityPolicy } from './security-policy.js';

/**
 * What every page of the trainer has in its head.
 *
 * @param props.script the only one that the page may run; none may where it is left out
 */
export function PageHead({ title, script }: { title: string; script?: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta http-equiv="Content-Security-Policy" content={securityPolicy({ style: reportStyle, script })} />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      {/* Escaping would break its selectors. */}
      <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
    </head>
  );
}
