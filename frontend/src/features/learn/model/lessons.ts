import type { NumberName } from './numbers';
import type { TermId } from './terms';

type Step = { key: 'step1' | 'step2' | 'step3'; needs: readonly NumberName[]; own: boolean };
type Entry = {
  id: string;
  /** the page where one sees it on what one holds */
  tool: string;
  terms: readonly TermId[];
  steps: readonly Step[];
  right: 'a' | 'b' | 'c';
};

/** Six lessons, to be taken in this order or any other. */
export const lessons = [
  {
    id: 'loss',
    tool: '/risk',
    terms: ['value-at-risk', 'expected-shortfall', 'confidence-level'],
    steps: [
      { key: 'step1', needs: ['var'], own: true },
      { key: 'step2', needs: ['es'], own: true },
      { key: 'step3', needs: ['observations'], own: true },
    ],
    right: 'b',
  },
  {
    id: 'ride',
    tool: '/risk',
    terms: ['volatility', 'drawdown', 'ulcer-index'],
    steps: [
      { key: 'step1', needs: ['volatility'], own: true },
      { key: 'step2', needs: ['drawdown'], own: true },
      { key: 'step3', needs: ['recovery'], own: true },
    ],
    right: 'c',
  },
  {
    id: 'source',
    tool: '/risk',
    terms: ['risk-contribution', 'correlation', 'diversification'],
    steps: [
      { key: 'step1', needs: ['largest', 'largestWeight'], own: true },
      { key: 'step2', needs: ['top', 'topWeight', 'topShare'], own: true },
      { key: 'step3', needs: ['pair', 'pairCorrelation'], own: true },
    ],
    right: 'a',
  },
  {
    id: 'return',
    tool: '/portfolios',
    terms: ['time-weighted-return', 'money-weighted-return', 'compounding'],
    steps: [
      { key: 'step1', needs: ['twr'], own: true },
      { key: 'step2', needs: ['mwr'], own: true },
      { key: 'step3', needs: ['cagr', 'doubling'], own: true },
    ],
    right: 'b',
  },
  {
    id: 'future',
    tool: '/simulate',
    terms: ['monte-carlo', 'percentile', 'standard-error'],
    steps: [
      { key: 'step1', needs: ['value'], own: true },
      { key: 'step2', needs: [], own: false },
      { key: 'step3', needs: ['cagr', 'volatility'], own: true },
    ],
    right: 'c',
  },
  {
    id: 'borrow',
    tool: '/leverage',
    terms: ['leverage', 'margin-call', 'maintenance-margin'],
    steps: [
      { key: 'step1', needs: ['volatility', 'twice'], own: true },
      { key: 'step2', needs: ['value', 'callLoss'], own: true },
      { key: 'step3', needs: ['drawdown'], own: true },
    ],
    right: 'a',
  },
] as const satisfies readonly Entry[];
export type Lesson = (typeof lessons)[number];

export const lessonOf = (id: string | undefined): Lesson | undefined =>
  lessons.find((lesson) => lesson.id === id);
