import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const themes = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type Theme = (typeof themes)[number];
export const gainColours = ['TEAL_VERMILION', 'BLUE_ORANGE', 'GREEN_RED', 'RED_GREEN'] as const;
export type GainColours = (typeof gainColours)[number];

type Settings = {
  theme: Theme;
  gainColours: GainColours;
  /** the portfolio this browser looked at last */
  portfolioId: string | undefined;
  set: (change: Partial<Omit<Settings, 'set'>>) => void;
};

/** What this browser remembers. public/theme.js reads the same entry before the first paint. */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      theme: 'SYSTEM',
      gainColours: 'TEAL_VERMILION',
      portfolioId: undefined,
      set: (change) => set(change),
    }),
    {
      name: 'riskwatch.settings',
      partialize: ({ theme, gainColours, portfolioId }) => ({ theme, gainColours, portfolioId }),
    },
  ),
);

/** Keeps the page's theme true to the setting and to the system's; returns how to stop. */
export function followTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme, gainColours } = useSettings.getState();
    const root = document.documentElement;
    root.dataset.theme = theme === 'DARK' || (theme === 'SYSTEM' && system.matches) ? 'dark' : 'light';
    root.dataset.gain = gainColours;
  };
  apply();
  system.addEventListener('change', apply);
  const stop = useSettings.subscribe(apply);
  return () => {
    stop();
    system.removeEventListener('change', apply);
  };
}
