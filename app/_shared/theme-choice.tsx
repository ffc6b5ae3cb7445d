'use client';

import { useSyncExternalStore } from 'react';
import { paletteWords } from '../_palette/words';
import { useWords } from './language';
import { onTheme, readTheme, setTheme, themes, type Theme } from './theme';

/** System, light or dark; kept on this device. */
export function ThemeChoice() {
  const word = useWords(paletteWords);
  const theme = useSyncExternalStore<Theme>(onTheme, readTheme, () => 'system');
  return (
    <select aria-label={word('theme')} value={theme} onChange={({ target }) => setTheme(themes.find((one) => one === target.value) ?? 'system')} className="button hidden sm:inline-flex">
      {themes.map((one) => (
        <option key={one} value={one}>
          {word(one)}
        </option>
      ))}
    </select>
  );
}
