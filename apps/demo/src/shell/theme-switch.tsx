'use client';

import { useEffect, useState } from 'react';
import { IconButton } from '../design/icon-button';
import { applyTheme, currentTheme, type Theme } from './theme';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const names = { auto: 'as the system', light: 'light', dark: 'dark' };
const icons = {
  auto: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
};

/** One button: as the system, light, dark, and around again. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('auto');
  useEffect(() => setTheme(currentTheme()), []);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length];
  return (
    <IconButton
      look="quiet"
      icon={icons[theme]}
      label={`Colours: ${names[theme]}. Change to ${names[next]}`}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    />
  );
}
