/** Whether the terminal can be expected to show signs such as ✓: by the locale, or on Windows by the program. */
export function showsUnicode(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM, WT_SESSION, TERM_PROGRAM } = environment;
  if (platform === 'win32')
    return Boolean(WT_SESSION || TERM_PROGRAM === 'vscode' || TERM === 'xterm-256color');
  // The text console of Linux has a font of 256 signs.
  if (TERM === 'linux') return false;
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
