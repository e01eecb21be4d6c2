import {
  Activity,
  Bell,
  Briefcase,
  CalendarClock,
  ChartLine,
  FileText,
  FileUp,
  HeartPulse,
  Gauge,
  GitCompareArrows,
  GraduationCap,
  History,
  Landmark,
  ListChecks,
  type LucideIcon,
  Magnet,
  NotebookPen,
  Scale,
  Settings,
  TrendingUp,
  Users,
  Wallet,
  Waves,
} from 'lucide-react';
import type { TextKey } from '@/shared/i18n/i18n';

/** A page in the rail and in the search. */
export type Entry = {
  to: string;
  icon: LucideIcon;
  key: TextKey;
  /** the letter that goes there after a g */
  go?: string;
  /** whether the entry stands for its own address only, not for those below it */
  end?: boolean;
};
/** Entries that belong together, under a heading where there are several of them. */
export type Group = { key?: TextKey; entries: readonly Entry[] };

/** Every page one can go to from anywhere, in the order of the rail. A new page is a line here and a route in App.tsx. */
export const navigation: readonly Group[] = [
  {
    entries: [
      { to: '/', icon: Gauge, key: 'nav.overview', go: 'o', end: true },
      { to: '/portfolios', icon: Briefcase, key: 'nav.portfolios', go: 'p', end: true },
      { to: '/portfolios/import', icon: FileUp, key: 'nav.import', go: 'i', end: true },
      { to: '/reports', icon: FileText, key: 'nav.reports', go: 'n' },
    ],
  },
  {
    key: 'nav.group.risk',
    entries: [
      { to: '/risk', icon: Activity, key: 'nav.risk', go: 'r' },
      { to: '/stress', icon: Waves, key: 'nav.stress', go: 's' },
      { to: '/simulate', icon: TrendingUp, key: 'nav.simulate', go: 'm' },
    ],
  },
  {
    key: 'nav.group.improve',
    entries: [
      { to: '/optimize', icon: Scale, key: 'nav.optimize', go: 'b' },
      { to: '/backtest', icon: History, key: 'nav.backtest', go: 't' },
      { to: '/factor', icon: Magnet, key: 'nav.factor', go: 'f' },
      { to: '/compare', icon: GitCompareArrows, key: 'nav.compare', go: 'c' },
    ],
  },
  {
    key: 'nav.group.margin',
    entries: [
      { to: '/margin', icon: Wallet, key: 'nav.margin', go: 'a' },
      { to: '/clients', icon: Users, key: 'nav.clients', go: 'q' },
      { to: '/leverage', icon: Landmark, key: 'nav.leverage', go: 'l' },
      { to: '/alerts', icon: Bell, key: 'nav.alerts', go: 'w' },
    ],
  },
  {
    entries: [
      { to: '/paper', icon: NotebookPen, key: 'nav.paper', go: 'h' },
      { to: '/markets', icon: ChartLine, key: 'nav.markets', go: 'k' },
      { to: '/jobs', icon: ListChecks, key: 'nav.jobs', go: 'j' },
      { to: '/schedules', icon: CalendarClock, key: 'nav.schedules', go: 'd' },
      { to: '/learn', icon: GraduationCap, key: 'nav.learn', go: 'e' },
      { to: '/settings', icon: Settings, key: 'nav.settings', go: ',' },
      { to: '/status', icon: HeartPulse, key: 'nav.status', go: 'u' },
    ],
  },
];

export const entries: readonly Entry[] = navigation.flatMap((group) => group.entries);
