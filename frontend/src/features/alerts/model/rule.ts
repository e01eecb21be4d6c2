import type { AlertRule, AlertRuleRequest } from '@/api/types';

export type Kind = AlertRuleRequest['kind'];
export const kinds = [
  'PRICE',
  'PERCENT_MOVE',
  'DRAWDOWN',
  'VALUE_AT_RISK',
  'DRIFT',
  'MARGIN_DISTANCE',
  'STALE_DATA',
] as const satisfies readonly Kind[];

/** A rule as it is typed: fractions in percent, numbers as text. */
export type Draft = {
  kind: Kind;
  name: string;
  symbol: string;
  portfolioId: string;
  direction: 'ABOVE' | 'BELOW' | 'EITHER';
  measure: 'LOSS_BEYOND' | 'LIMIT' | 'DISTANCE' | 'STATE';
  threshold: string;
  marginState: 'WATCH' | 'WARNING' | 'CALL';
  confidence: '0.95' | '0.99';
  windowMinutes: string;
  since: string;
  rearmMargin: string;
  urgent: boolean;
  enabled: boolean;
};
export type Field = 'symbol' | 'portfolioId' | 'threshold' | 'windowMinutes' | 'rearmMargin';
export type Fault = 'missing' | 'number' | 'minutes';
/** In what a threshold is typed. */
export type Unit = 'price' | 'percent' | 'times' | 'minutes' | 'state';

const starts: Record<Kind, Partial<Draft>> = {
  PRICE: { direction: 'BELOW' },
  PERCENT_MOVE: { direction: 'EITHER', threshold: '5' },
  DRAWDOWN: { threshold: '10' },
  VALUE_AT_RISK: { measure: 'LOSS_BEYOND', threshold: '1' },
  DRIFT: { threshold: '5' },
  MARGIN_DISTANCE: { measure: 'DISTANCE', threshold: '10', urgent: true },
  STALE_DATA: { threshold: '30' },
};

export function emptyRule(kind: Kind, about: { symbol?: string; portfolioId?: string } = {}): Draft {
  return {
    kind,
    name: '',
    symbol: about.symbol ?? '',
    portfolioId: about.portfolioId ?? '',
    direction: 'BELOW',
    measure: 'DISTANCE',
    threshold: '',
    marginState: 'WARNING',
    confidence: '0.95',
    windowMinutes: '',
    since: '',
    rearmMargin: '',
    urgent: false,
    enabled: true,
    ...starts[kind],
  };
}

/** The same of another kind: what both have stays. */
export const ofKind = (draft: Draft, kind: Kind): Draft => ({
  ...emptyRule(kind, draft),
  name: draft.name,
  enabled: draft.enabled,
});

export const aboutSymbol = ({ kind }: Pick<Draft, 'kind'>) => kind === 'PRICE' || kind === 'PERCENT_MOVE';
/** Old data may be of a symbol or of all that a portfolio holds. */
export const aboutEither = ({ kind }: Pick<Draft, 'kind'>) => kind === 'STALE_DATA';

export function unitOf({ kind, measure }: Pick<Draft, 'kind' | 'measure'>): Unit {
  if (kind === 'PRICE') return 'price';
  if (kind === 'STALE_DATA') return 'minutes';
  if (kind === 'VALUE_AT_RISK') return measure === 'LOSS_BEYOND' ? 'times' : 'percent';
  if (kind === 'MARGIN_DISTANCE') return measure === 'STATE' ? 'state' : 'percent';
  return 'percent';
}

export function faults(draft: Draft): Partial<Record<Field, Fault>> {
  const found: Partial<Record<Field, Fault>> = {};
  if (aboutSymbol(draft)) {
    if (draft.symbol.trim() === '') found.symbol = 'missing';
  } else if (draft.portfolioId === '' && !(aboutEither(draft) && draft.symbol.trim() !== '')) {
    found[aboutEither(draft) ? 'symbol' : 'portfolioId'] = 'missing';
  }
  if (unitOf(draft) !== 'state' && !isPositive(draft.threshold)) found.threshold = 'number';
  if (draft.windowMinutes.trim() !== '' && !isMinutes(draft.windowMinutes)) found.windowMinutes = 'minutes';
  if (draft.rearmMargin.trim() !== '' && !isPositive(draft.rearmMargin)) found.rearmMargin = 'number';
  return found;
}

const isPositive = (text: string) => /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) > 0;
const isMinutes = (text: string) => /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1440;

/** What the service takes of a draft without faults, with a name of its own where none was typed. */
export function requestOf(draft: Draft, nameless: string): AlertRuleRequest {
  const unit = unitOf(draft);
  const amount = (text: string) =>
    text.trim() === '' ? undefined : unit === 'percent' ? shifted(text.trim(), -2) : text.trim();
  const symbol = draft.symbol.trim().toUpperCase();
  const either = aboutEither(draft);
  return {
    kind: draft.kind,
    name: draft.name.trim() || nameless,
    ...(aboutSymbol(draft) || (either && symbol !== '') ? { symbol } : { portfolioId: draft.portfolioId }),
    ...(aboutSymbol(draft) ? { direction: draft.direction } : {}),
    ...(draft.kind === 'VALUE_AT_RISK' ? { measure: draft.measure, confidence: draft.confidence } : {}),
    ...(draft.kind === 'MARGIN_DISTANCE' ? { measure: draft.measure } : {}),
    ...(unit === 'state' ? { marginState: draft.marginState } : { threshold: amount(draft.threshold) }),
    ...(draft.kind === 'PERCENT_MOVE' && draft.windowMinutes.trim() !== ''
      ? { windowMinutes: Number(draft.windowMinutes) }
      : {}),
    ...(draft.kind === 'DRAWDOWN' && draft.since !== '' ? { since: draft.since } : {}),
    ...(draft.rearmMargin.trim() !== '' && rearms(draft) ? { rearmMargin: amount(draft.rearmMargin) } : {}),
    urgent: draft.urgent,
    enabled: draft.enabled,
  };
}

/** Whether one may say how far it must fall back before it can fire again. */
export const rearms = (draft: Pick<Draft, 'kind' | 'measure'>): boolean =>
  draft.kind !== 'STALE_DATA' && unitOf(draft) !== 'state';

export function draftOf(rule: AlertRule): Draft {
  const start = emptyRule(rule.kind, {
    symbol: rule.symbol ?? '',
    portfolioId: rule.portfolioId ?? '',
  });
  const measured = { ...start, measure: rule.measure ?? start.measure };
  const shown = (text: string | undefined) =>
    text === undefined || text === null ? '' : unitOf(measured) === 'percent' ? shifted(text, 2) : text;
  return {
    ...measured,
    name: rule.name,
    direction: rule.direction ?? start.direction,
    threshold: shown(rule.threshold),
    marginState: rule.marginState ?? start.marginState,
    confidence: Number(rule.confidence) === 0.99 ? '0.99' : '0.95',
    windowMinutes:
      rule.windowMinutes === undefined || rule.windowMinutes === null ? '' : String(rule.windowMinutes),
    since: rule.since ?? '',
    rearmMargin: shown(rule.rearmMargin),
    urgent: rule.urgent,
    enabled: rule.enabled,
  };
}

/** A decimal with its point moved, exactly: 12.5 by two to the left is 0.125. */
export function shifted(text: string, places: number): string {
  const [whole = '', part = ''] = text.split('.');
  const digits = whole + part;
  const point = whole.length + places;
  const padded =
    point <= 0 ? '0'.repeat(1 - point) + digits : digits + '0'.repeat(Math.max(0, point - digits.length));
  const at = Math.max(1, point);
  const out = `${padded.slice(0, at)}.${padded.slice(at)}`;
  return out
    .replace(/0+$/, '')
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '');
}
