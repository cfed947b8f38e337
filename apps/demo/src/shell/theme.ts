/** What the visitor may choose; `auto` is what the system says. */
export type Theme = 'auto' | 'light' | 'dark';

const key = 'lenet-theme';

/**
 * Runs in the head of the page, before anything is painted, so that a chosen theme does not flash. Its
 * digest stands in the security policy.
 */
export const themeScript = `try{const theme=localStorage.getItem('${key}');if(theme==='light'||theme==='dark')document.documentElement.dataset.theme=theme}catch{}`;

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Shows a theme, and keeps it for later visits where the browser allows it. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is forbidden or full: the choice holds for this visit.
  }
  dispatchEvent(new Event('themechange'));
}
