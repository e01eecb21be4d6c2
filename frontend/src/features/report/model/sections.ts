import type { PortfolioReportParameters } from '@/api/types';

/** What a report can be made of, in its order. */
export const sections = ['RISK', 'STRESS', 'OUTLOOK', 'VAR_BACKTEST'] as const;
export type Section = (typeof sections)[number];

/** What the form holds. */
export type Draft = { sections: readonly Section[]; years: string; monthly: string; leaveOut: boolean };

export const draftOf = (last: PortfolioReportParameters | undefined): Draft => ({
  sections: sections.filter((section) => last?.sections?.includes(section) ?? true),
  years: String(last?.years ?? 10),
  monthly: String(last?.contributions ?? 0),
  leaveOut: last?.missingHistory === 'LEAVE_OUT',
});

export const yearsAreFine = (text: string) => /^\d{1,2}$/.test(text) && +text >= 1 && +text <= 60;
export const monthlyIsFine = (text: string) => /^-?\d{1,12}(\.\d+)?$/.test(text);

/** The parameters of a draft; undefined as long as something in it cannot be asked. */
export function parametersOf(draft: Draft): PortfolioReportParameters | undefined {
  const chosen = sections.filter((section) => draft.sections.includes(section));
  const [first, ...others] = chosen;
  if (first === undefined) return undefined;
  const outlook = chosen.includes('OUTLOOK');
  if (outlook && !(yearsAreFine(draft.years) && monthlyIsFine(draft.monthly))) return undefined;
  return {
    sections: [first, ...others],
    ...(outlook ? { years: Number(draft.years), contributions: Number(draft.monthly) } : {}),
    missingHistory: draft.leaveOut ? 'LEAVE_OUT' : 'REFUSE',
  };
}
