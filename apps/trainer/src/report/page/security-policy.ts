import { createHash } from 'node:crypto';

/**
 * A content security policy under which the page loads nothing, and only this very style sheet and script
 * count, whatever else gets into it.
 *
 * Without a script the page runs none.
 */
export function securityPolicy({ style, script }: { style: string; script?: string | undefined }): string {
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${digestOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${digestOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
