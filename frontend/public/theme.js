// Runs before the first paint, so that the page never flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('riskwatch.settings') ?? '{}').state ?? {};
  } catch {
    kept = {}; // unreadable settings are the same as none
  }
  const dark =
    kept.theme === 'DARK' || (kept.theme !== 'LIGHT' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.gain = kept.gainColours ?? 'TEAL_VERMILION';
})();
