import type { Transaction, TransactionRequest } from '@/api/types';

export type TransactionType = Transaction['type'];
export const types = [
  'BUY',
  'SELL',
  'DIVIDEND',
  'INTEREST',
  'FEE',
  'TAX',
  'DEPOSIT',
  'WITHDRAWAL',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'SPLIT',
  'STOCK_DIVIDEND',
  'SPIN_OFF',
  'MERGER',
  'RETURN_OF_CAPITAL',
  'DRIP',
] as const satisfies readonly TransactionType[];

/** What is typed, as text; numbers become numbers at the service only, so that none is rounded on the way. */
export const numbers = [
  'quantity',
  'quantityPer',
  'price',
  'fee',
  'amount',
  'basisFraction',
  'cashInLieu',
] as const;
export type NumberField = (typeof numbers)[number];
export type Field = 'date' | 'symbol' | 'newSymbol' | 'currency' | 'note' | NumberField;
/**
 * `lots` are those a sale was told to take; they stay with it as long as its quantity and its account do. Without an account
 * it stands in the standard one.
 */
export type Draft = { type: TransactionType; accountId?: string; lots?: Transaction['lots'] } & Readonly<
  Record<Field, string>
>;

const trade = ['symbol', 'quantity', 'price', 'fee', 'amount'] as const;
const transfer = ['symbol', 'quantity', 'price'] as const;
const ofMoney = ['amount'] as const;
const ratio = ['quantity', 'quantityPer'] as const;
const asked: Record<TransactionType, readonly Field[]> = {
  BUY: trade,
  SELL: trade,
  DIVIDEND: ['symbol', 'amount', 'fee'],
  INTEREST: ofMoney,
  FEE: ofMoney,
  TAX: ofMoney,
  DEPOSIT: ofMoney,
  WITHDRAWAL: ofMoney,
  TRANSFER_IN: transfer,
  TRANSFER_OUT: transfer,
  TRANSFER: ['symbol', 'quantity', 'amount', 'fee'],
  SPLIT: ['symbol', ...ratio, 'cashInLieu'],
  STOCK_DIVIDEND: ['symbol', ...ratio, 'cashInLieu'],
  SPIN_OFF: ['symbol', 'newSymbol', ...ratio, 'basisFraction', 'cashInLieu'],
  MERGER: ['symbol', 'newSymbol', ...ratio, 'amount', 'fee', 'basisFraction', 'cashInLieu'],
  RETURN_OF_CAPITAL: ['symbol', 'amount', 'fee'],
  DRIP: trade,
};
const needed: Record<TransactionType, readonly Field[]> = {
  BUY: ['symbol', 'quantity'],
  SELL: ['symbol', 'quantity'],
  DIVIDEND: ['symbol', 'amount'],
  INTEREST: ofMoney,
  FEE: ofMoney,
  TAX: ofMoney,
  DEPOSIT: ofMoney,
  WITHDRAWAL: ofMoney,
  TRANSFER_IN: ['symbol', 'quantity'],
  TRANSFER_OUT: ['symbol', 'quantity'],
  TRANSFER: [],
  SPLIT: ['symbol', 'quantity'],
  STOCK_DIVIDEND: ['symbol', ...ratio],
  SPIN_OFF: ['symbol', 'newSymbol', 'quantity', 'basisFraction'],
  MERGER: ['symbol'],
  RETURN_OF_CAPITAL: ['symbol', 'amount'],
  DRIP: ['symbol', 'quantity'],
};

/** Whether the quantity is new pieces for old ones. */
export const isRatio = (type: TransactionType) => asked[type].includes('quantityPer');

/** What a form for this type asks for, besides date, currency and note. */
export const fieldsOf = (type: TransactionType): readonly Field[] => asked[type];

export const isNeeded = (type: TransactionType, field: Field) =>
  field === 'date' || needed[type].includes(field);

export const emptyDraft = (
  type: TransactionType,
  date: string,
  currency: string,
  accountId?: string,
): Draft => ({
  type,
  accountId,
  date,
  currency,
  symbol: '',
  newSymbol: '',
  quantity: '',
  quantityPer: '',
  price: '',
  fee: '',
  amount: '',
  basisFraction: '',
  cashInLieu: '',
  note: '',
});

export const draftOf = (transaction: Transaction): Draft => ({
  type: transaction.type,
  accountId: transaction.accountId,
  date: transaction.date,
  currency: transaction.currency,
  symbol: transaction.symbol ?? '',
  newSymbol: transaction.newSymbol ?? '',
  quantity: transaction.quantity ?? '',
  quantityPer: transaction.quantityPer ?? '',
  price: transaction.price ?? '',
  fee: transaction.fee ?? '',
  amount: transaction.amount ?? '',
  basisFraction: transaction.basisFraction ?? '',
  cashInLieu: transaction.cashInLieu ?? '',
  lots: transaction.lots,
  note: transaction.note ?? '',
});

/**
 * The draft after a field was typed into. A trade's amount follows from its quantity, price and fee: one that was written
 * for other figures is taken back.
 */
export function typed(draft: Draft, field: Field, text: string): Draft {
  const next = {
    ...draft,
    [field]: text,
    lots: field === 'quantity' || field === 'symbol' ? undefined : draft.lots,
  };
  const priced = (draft.type === 'BUY' || draft.type === 'SELL') && next.price.trim() !== '';
  return priced && (field === 'quantity' || field === 'price' || field === 'fee')
    ? { ...next, amount: '' }
    : next;
}

export type Fault = 'missing' | 'number' | 'priceOrAmount' | 'currency';

/** What is wrong with a draft before anybody is asked, by field. */
export function faults(draft: Draft): Partial<Record<Field, Fault>> {
  const found: Partial<Record<Field, Fault>> = {};
  const fields: Field[] = ['date', ...fieldsOf(draft.type)];
  for (const field of fields) {
    const text = draft[field].trim();
    if (text === '') {
      if (isNeeded(draft.type, field)) found[field] = 'missing';
    } else if (isNumber(field) && !/^-?\d+(\.\d+)?$/.test(text)) {
      found[field] = 'number';
    }
  }
  const trades = draft.type === 'BUY' || draft.type === 'SELL' || draft.type === 'DRIP';
  if (trades && draft.price.trim() === '' && draft.amount.trim() === '') found.price = 'priceOrAmount';
  if (draft.currency.trim() !== '' && !/^[A-Za-z]{3}$/.test(draft.currency.trim()))
    found.currency = 'currency';
  return found;
}

const isNumber = (field: Field): field is NumberField => numbers.some((known) => known === field);

/** The draft as the service takes it: only what its type has, and nothing that is empty. */
export function requestOf(draft: Draft): TransactionRequest {
  const fields = new Set<Field>([...fieldsOf(draft.type), 'currency', 'note']);
  const text = (field: Field) =>
    fields.has(field) && draft[field].trim() !== '' ? draft[field].trim() : undefined;
  return {
    date: draft.date,
    type: draft.type,
    accountId: draft.accountId,
    symbol: text('symbol')?.toUpperCase(),
    newSymbol: text('newSymbol')?.toUpperCase(),
    quantity: text('quantity'),
    quantityPer: text('quantityPer'),
    price: text('price'),
    fee: text('fee'),
    amount: text('amount'),
    basisFraction: text('basisFraction'),
    cashInLieu: text('cashInLieu'),
    lots: draft.type === 'SELL' || draft.type === 'TRANSFER_OUT' ? draft.lots : undefined,
    currency: text('currency')?.toUpperCase(),
    note: text('note'),
  };
}

/** What a trade moves in money, to be shown beside the form; the ledger computes its own. */
export function tradeAmount(draft: Draft): number | undefined {
  if (draft.type !== 'BUY' && draft.type !== 'SELL') return undefined;
  const [quantity, price, fee] = [draft.quantity, draft.price, draft.fee || '0'].map((text) =>
    text.trim() === '' ? Number.NaN : Number(text),
  );
  const amount = (quantity ?? NaN) * (price ?? NaN) + (draft.type === 'BUY' ? 1 : -1) * (fee ?? NaN);
  return Number.isFinite(amount) ? amount : undefined;
}
