import type { LeverageParameters } from '@/api/types';

/** What is asked, as it is typed: the leverage as a multiple, the terms in percent. */
export type Loan = Record<'leverage' | 'interest' | 'maintenance' | 'initial', string>;
export type LoanField = keyof Loan;

export const ranges: Record<LoanField, readonly [number, number]> = {
  leverage: [1, 10],
  interest: [0, 50],
  maintenance: [1, 90],
  initial: [1, 100],
};
const fields = ['leverage', 'interest', 'maintenance', 'initial'] as const;

export function isFine(field: LoanField, text: string): boolean {
  const [low, high] = ranges[field];
  return /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;
}

/** The loan a result answers, or a common one: half as much again as one's own. */
export function loanOf(asked: LeverageParameters | undefined): Loan {
  const percent = (value: number) => String(Number((value * 100).toFixed(4)));
  return {
    leverage: String(asked?.leverage ?? 1.5),
    interest: percent(asked?.interestRate ?? 0.06),
    maintenance: percent(asked?.maintenance ?? 0.25),
    initial: percent(asked?.initial ?? 0.5),
  };
}

/** The loan as the worker takes it; nothing while a field cannot be read. */
export function parametersOf(loan: Loan): LeverageParameters | undefined {
  if (!fields.every((field) => isFine(field, loan[field]))) return undefined;
  return {
    leverage: Number(loan.leverage),
    interestRate: Number(loan.interest) / 100,
    maintenance: Number(loan.maintenance) / 100,
    initial: Number(loan.initial) / 100,
  };
}
