'use client';

/** Switches between light and dark, and keeps the choice on this device. */
export function ThemeButton() {
  const toggle = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try {
      localStorage.setItem('userns-doctor.theme', root.dataset.theme);
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return (
    <button type="button" className="button" onClick={toggle}>
      Light / dark
    </button>
  );
}
