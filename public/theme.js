// Before the first paint: the theme that was chosen on this device, if any; else the system's.
try {
  const theme = localStorage.getItem('userns-doctor.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to this page; the system's theme is right then.
}
