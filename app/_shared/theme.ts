/** Themes that can be chosen; `system` is none of this device's own. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'userns-doctor.theme';
const changed = 'userns-doctor.theme-changed';

/** The theme that was chosen on this device; public/theme.js reads the same before the first paint. */
export function readTheme(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';
}

/** Puts a theme on the page, and keeps it on this device. */
export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
  dispatchEvent(new Event(changed));
}

export function onTheme(listener: () => void): () => void {
  addEventListener(changed, listener);
  return () => removeEventListener(changed, listener);
}
