import { create } from 'zustand';
import { type Language, languages, likelyLanguage, speak } from '@/shared/i18n/i18n';

export const themes = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type Theme = (typeof themes)[number];
export const gainColours = ['TEAL_VERMILION', 'BLUE_ORANGE', 'GREEN_RED', 'RED_GREEN'] as const;
export type GainColours = (typeof gainColours)[number];

export const levels = ['SIMPLE', 'DETAILED', 'STUDENT'] as const;
export type Level = (typeof levels)[number];

type Kept = {
  theme: Theme;
  gainColours: GainColours;
  /** chosen by hand; until then the first of the browser's languages that there is */
  language: Language | undefined;
  /** how much the pages show; until it is chosen here, what the account says */
  level: Level | undefined;
  /** the portfolio this browser looked at last */
  portfolioId: string | undefined;
  /** whether single keys do something */
  keys: boolean;
  /** the lessons that were taken to their end */
  lessonsDone: readonly string[];
};
type Settings = Kept & { set: (change: Partial<Kept>) => void };

const KEY = 'riskwatch.settings';

/** public/theme.js reads the same entry before the first paint. What cannot be read was never kept. */
function read(): Partial<Kept> {
  try {
    const entry = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { state?: Partial<Kept> };
    return entry.state ?? {};
  } catch {
    return {};
  }
}

/** What this browser remembers. */
export const useSettings = create<Settings>()((set) => ({
  theme: 'SYSTEM',
  gainColours: 'TEAL_VERMILION',
  language: undefined,
  level: undefined,
  portfolioId: undefined,
  keys: true,
  lessonsDone: [],
  ...read(),
  set: (change) => set(change),
}));

useSettings.subscribe((settings) => {
  localStorage.setItem(KEY, JSON.stringify({ state: { ...settings, set: undefined } }));
});

/** The language chosen, or what the browser would like. */
export const spokenLanguage = (language = useSettings.getState().language): Language =>
  languages.find((known) => known === language) ?? likelyLanguage();

/** Keeps the page's language true to the setting; there is something to show once it returns, with how to stop. */
export async function followLanguage(): Promise<() => void> {
  const stop = useSettings.subscribe(({ language }, before) => {
    if (language !== before.language) void speak(spokenLanguage(language));
  });
  await speak(spokenLanguage());
  return stop;
}

/** Keeps the page's theme true to the setting and to the system's, and light on paper; returns how to stop. */
export function followTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const paper = matchMedia('print');
  let printing = false;
  const apply = () => {
    const { theme, gainColours: gains } = useSettings.getState();
    const root = document.documentElement;
    const dark = theme === 'DARK' || (theme === 'SYSTEM' && system.matches);
    root.dataset.theme = dark && !printing && !paper.matches ? 'dark' : 'light';
    root.dataset.gain = gains;
  };
  // said while there is still time to draw anew what no style sheet reaches
  const print = ({ type }: Event) => {
    printing = type === 'beforeprint';
    apply();
  };
  apply();
  system.addEventListener('change', apply);
  paper.addEventListener('change', apply);
  addEventListener('beforeprint', print);
  addEventListener('afterprint', print);
  const stop = useSettings.subscribe(apply);
  return () => {
    stop();
    system.removeEventListener('change', apply);
    paper.removeEventListener('change', apply);
    removeEventListener('beforeprint', print);
    removeEventListener('afterprint', print);
  };
}
