import type { Transaction, TransactionRequest } from '@/api/types';

export const whats = ['MONEY', 'HOLDING'] as const;

/** A move between two accounts of one's own, as it is typed. `lots` stay with it while what moves does. */
export type Transfer = Readonly<
  Record<
    'date' | 'accountId' | 'toAccountId' | 'symbol' | 'quantity' | 'amount' | 'currency' | 'fee' | 'note',
    string
  >
> & { what: (typeof whats)[number]; lots?: Transaction['lots'] };
export type TransferField = Exclude<keyof Transfer, 'what' | 'lots'>;

export const emptyTransfer = (
  date: string,
  currency: string,
  accountId: string,
  toAccountId: string,
): Transfer => ({
  what: 'MONEY',
  date,
  accountId,
  toAccountId,
  currency,
  symbol: '',
  quantity: '',
  amount: '',
  fee: '',
  note: '',
});

export const transferOf = (transaction: Transaction): Transfer => ({
  what: transaction.symbol ? 'HOLDING' : 'MONEY',
  date: transaction.date,
  accountId: transaction.accountId,
  toAccountId: transaction.toAccountId ?? '',
  currency: transaction.currency,
  symbol: transaction.symbol ?? '',
  quantity: transaction.quantity ?? '',
  amount: transaction.amount ?? '',
  fee: Number(transaction.fee ?? 0) === 0 ? '' : (transaction.fee ?? ''),
  note: transaction.note ?? '',
  lots: transaction.lots,
});

/** The fields that say which lots move: when one of them changes, a choice of lots is taken back. */
const chooseLots = new Set<TransferField>(['accountId', 'symbol', 'quantity']);

export const typedTransfer = (transfer: Transfer, field: TransferField, text: string): Transfer => ({
  ...transfer,
  [field]: text,
  lots: chooseLots.has(field) ? undefined : transfer.lots,
});

export type TransferFault = 'missing' | 'positive' | 'currency' | 'same';
const needed = {
  MONEY: ['date', 'accountId', 'toAccountId', 'amount', 'currency'],
  HOLDING: ['date', 'accountId', 'toAccountId', 'symbol', 'quantity'],
} as const satisfies Record<Transfer['what'], readonly TransferField[]>;

export const isNeededToMove = (what: Transfer['what'], field: TransferField) =>
  needed[what].some((known) => known === field);

const positive = (text: string) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0;

/** What is wrong with a move before anybody is asked, by field. */
export function transferFaults(transfer: Transfer): Partial<Record<TransferField, TransferFault>> {
  const found: Partial<Record<TransferField, TransferFault>> = {};
  const measured = transfer.what === 'MONEY' ? 'amount' : 'quantity';
  for (const field of needed[transfer.what]) if (transfer[field].trim() === '') found[field] = 'missing';
  if (!found[measured] && !positive(transfer[measured].trim())) found[measured] = 'positive';
  if (transfer.fee.trim() !== '' && !positive(transfer.fee.trim())) found.fee = 'positive';
  if (transfer.what === 'MONEY' && !found.currency && !/^[A-Za-z]{3}$/.test(transfer.currency.trim()))
    found.currency = 'currency';
  if (transfer.toAccountId !== '' && transfer.toAccountId === transfer.accountId) found.toAccountId = 'same';
  return found;
}

/** The move as the service takes it; a holding's currency is the one it is booked in. */
export function requestOfTransfer(transfer: Transfer): TransactionRequest {
  const { what, date, accountId, toAccountId, lots } = transfer;
  const text = (field: TransferField) => transfer[field].trim() || undefined;
  return {
    type: 'TRANSFER',
    date,
    accountId,
    toAccountId,
    ...(what === 'MONEY'
      ? { amount: text('amount'), currency: text('currency')?.toUpperCase() }
      : { symbol: text('symbol')?.toUpperCase(), quantity: text('quantity'), lots }),
    fee: text('fee'),
    note: text('note'),
  };
}
