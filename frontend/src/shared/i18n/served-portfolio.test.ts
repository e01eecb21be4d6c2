import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '@/shared/format/format';
import catalogue from './de/served-portfolio.json';
import { teller } from './others';

/** With all that servers say, as on a page: some of it several of them do. */
const folder = resolve('src/shared/i18n/de');
const all = readdirSync(folder)
  .filter((file) => file.startsWith('served-'))
  .map((file) => JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Record<string, string>);
const tell = teller(Object.assign({}, ...all) as Record<string, string>, 'de-DE');
/** What is said, with plain spaces: a figure is not parted from what it is of. */
const said = (sentence: string) => tell(sentence).text.replaceAll('\u00a0', ' ');

/** As portfolio-service says them; one of each shape that has gaps at least. */
const examples: Record<string, string[]> = {
  'why a recommendation is given': [
    'EQUITY is 100.0 % of the portfolio: nothing of another kind cushions a fall.',
    'EQUITY is sold short for 100.0 % of the portfolio: nothing of another kind cushions a rise.',
    'ETF is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'ETF is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'FUND is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'FUND is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'BOND is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'BOND is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'COMMODITY is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'COMMODITY is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'CRYPTO is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'CRYPTO is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'FX is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'FX is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'INDEX is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'INDEX is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'OPTION is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'OPTION is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'FUTURE is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'FUTURE is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'OTHER is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'OTHER is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'FACTOR is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
    'FACTOR is sold short for 96.0 % of the portfolio: nothing of another kind cushions a rise.',
    'Cash earns little and loses to inflation; it is worth its place as a reserve, and this is 40.0 % of everything.',
    'Cash earns little and loses to inflation; it is worth its place as a reserve, and this is 40.0 % of everything, without what buying back your short sales takes.',
    'Cash earns little and loses to inflation; it is worth its place as a reserve, and this is 40.0 % of everything. What a purchase would do to the risk score cannot be computed yet, so none is suggested.',
    'Your cash is what short sales brought, and it is owed. Without a reserve a bill or a fee makes you trade on whatever day it comes.',
    'Without a reserve a bill or a fee makes you sell on whatever day it comes.',
    '21 trades in thirty days: who trades most earns least on average, by fees, spreads and taxes.',
    'A and S (sold short) gain and lose together (correlation 1.00): both carry the same risk, and neither makes up for the other.',
    'A and B rise and fall together (correlation 0.95): holding both spreads nothing.',
    'Without what ORBX, QNTL cost neither gain nor tax can be told. Enter the cost of their opening lots.',
    'Cryptocurrencies doubled within months more than once; sold short for 25.0 % of everything, that costs 25.0 %.',
    'Cryptocurrencies fell by three quarters more than once; with 20.0 % of everything in them that is 15.0 %.',
    'This mix stands 20.0 % below its peak and must gain 25.0 % to be there again. Decide now at which further fall you would sell, not on that day.',
    'This mix, long and short together, stands 33.2 % below its peak and must gain 49.7 % to be there again. Decide now at which further fall you would close positions, not on that day.',
    'A weight is 12.0 % away from what you decided; left alone the riskiest part grows until it leads.',
    '1,250 USD went to fees in a year, 1.2 % of the portfolio; that much every year is gone before any gain.',
    'You count in EUR; if it gains 10 % against the others you lose about 6.0 % though no price moved.',
    'You count in EUR; if it loses 10 % against the others you lose about 6.0 % though no price moved.',
    'Every fall counts 1.80 times, interest is due on 8,000 USD, and a margin call sells for you at the worst moment.',
    'What you own and what you sold short is together 2.10 times your own money. Buying back takes 5,000 USD today and more when prices rise; a margin call closes positions for you at the worst moment.',
    'What you own and what you sold short is together 2.10 times your own money. Buying back takes 5,000 USD today and more when prices rise, and interest is due on 1,000 USD; a margin call closes positions for you at the worst moment.',
    'You pay interest on a loan while as much lies in another currency; exchanging it repays 2,000 USD.',
    'S, sold short, now takes 40.0 % more to buy back than it brought. Would you sell it short today? If not, buying it back ends a loss that has no limit.',
    'ORBX lost 45.0 % of its cost. Would you buy it today? If not, selling turns the loss into one that counts for tax where that is allowed.',
    'Europe is sold short for 80.0 % of the portfolio: when its economy and its currency do well, it costs.',
    'Europe is 80.0 % of the portfolio: its economy, its politics and its currency decide.',
    'Energy is sold short for 50.0 % of the portfolio: what lifts the industry costs on all of it at once.',
    'Energy is 50.0 % of the portfolio: what hits the industry hits all of it at once.',
    'You said 2 of 5 for risk, which goes with a score of up to 3; this portfolio scores 5.',
    'If S, sold short, doubles, the portfolio loses 30.0 %; a price can rise without limit, and so can this loss.',
    'If BRK.B halves, the portfolio loses 22.5 %. One company can fail; a spread of them hardly does.',
    '7 positions of under 1 % together are 3.5 %: they cost attention and fees and move nothing.',
    'The prices of ORBX are old, so that every figure that uses them is of another day.',
    'ORBX, QNTL have fewer than sixty common daily prices; the risk figures are those of the rest.',
    'A, S (sold short), T (sold short) are 80.0 % of everything; the others hardly count.',
    'Nobody quotes ORBX; they stand at the price of their last trade. Add a price source, or upload their history.',
  ],
  'what the risk score is made of': [
    'Prices moved like 17.3 % a year: market risk class 4 of 7.',
    'The positions spread risk like 5.2 equal ones.',
    'The positions spread risk like 3.3 equal ones, which is fewer than four: one point more.',
    'Positions are 0.90 times your own money.',
    'Positions are 1.80 times your own money, more than 1.5 times: one point more.',
    'Nothing is held of your own money.',
    'Not enough data: 12 common daily observations, and 60 are needed.',
    'A day of the past would have cost this mix more than everything.',
    'In 1 month out of 20 expect to lose 4,210 USD or more; in such a month 6,105 USD on average (not a worst case).',
  ],
  'how it went': [
    'Your holdings returned +4.50 % (time-weighted: whatever you paid in or out, and when).',
    'Your own money earned +1.50 % in these 30 days, which is +19.87 % a year (money-weighted, XIRR).',
    'Your own money earned -0.50 % in this one day, which is -83.95 % a year (money-weighted, XIRR).',
    'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the holdings had gained 10.00 % and before they lost 5.00 %. Your timing cost you 3.00 percentage points.',
    'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the holdings had gained 10.00 % and before they gained 5.00 %. Your timing cost you 3.00 percentage points.',
    'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the holdings had lost 10.00 % and before they gained 5.00 %. Your timing earned you 3.00 percentage points.',
    'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the holdings had lost 10.00 % and before they lost 5.00 %. Your timing earned you 3.00 percentage points.',
    'They differ because of what you paid in and out: 2,750.00 USD went out on 2008-03-01, after the holdings had gained 37.50 % and before they gained 5.00 %. Your timing cost you 3.00 percentage points.',
    'They differ because of what you paid in and out: 2,750.00 USD went out on 2008-03-01, after the holdings had gained 37.50 % and before they lost 20.00 %. Your timing earned you 3.00 percentage points.',
    'They differ because of what you paid in and out: 2,750.00 USD went out on 2008-03-01, after the holdings had lost 37.50 % and before they gained 20.00 %. Your timing cost you 3.00 percentage points.',
    'They differ because of what you paid in and out: 2,750.00 USD went out on 2008-03-01, after the holdings had lost 37.50 % and before they lost 20.00 %. Your timing earned you 3.00 percentage points.',
    'Nothing was paid in or out within the range, so that both are the same return, once for the range and once a year.',
    'Both agree: what you paid in and out came at times that made no difference.',
    'Had your deposits bought XWLD on the same days, you would have 1,820.00 USD instead of 1,520.00: 300.00 more.',
    'Had your deposits bought XWLD on the same days, you would have 1,220.00 USD instead of 1,520.00: 300.00 less.',
    'In XWLD your deposits would have been used up on 2026-01-20: the withdrawals were more than would have been there.',
  ],
  'why there is no return, or what to know of it': [
    'XNEW has no prices within the range.',
    'Market data did not answer. Try again shortly.',
    'Market data did not answer, so that the past cannot be valued now. Try again shortly.',
    'There is no exchange rate for EUR from 2026-01-01 to 2026-01-03; a return would leave it out.',
    'There is no exchange rate for EUR from 2026-01-01 to 2026-01-03, GBP from 2026-01-02 to 2026-01-04; a return would leave it out.',
    'There is no exchange rate for CHF from 2026-01-01 to 2026-01-03, EUR from 2026-01-02 to 2026-01-04, GBP from 2026-01-02 to 2026-01-05; a return would leave it out.',
    'Nobody knows what the DEPOSIT of EUR on 2026-01-03 was worth; a return would leave it out.',
    'Nobody knows what the WITHDRAWAL of EUR on 2026-01-03 was worth; a return would leave it out.',
    'Nobody knows what the TRANSFER_IN of ORBX on 2026-01-03 was worth; a return would leave it out.',
    'Nobody knows what the TRANSFER_OUT of ORBX on 2026-01-03 was worth; a return would leave it out.',
    'On 2026-01-05 the portfolio was worth -120.00, which has no return: is a deposit missing?',
    'Nothing was booked until 2026-01-05: there is no return yet.',
    'No price history on every day for ORBX, QNTL: valued at the last trade, so that the returns leave out how the market moved meanwhile.',
    'The last price is older than 5 days on 2026-01-31: ORBX, EURUSD.',
    'Cash is below zero from 2026-01-05 on (-1,200.00), which is a loan: unless you borrow, deposits are missing, and the returns are too high.',
    'On 1 days there was no money to earn anything: they count as a return of 0.',
    'On 12 days there was no money to earn anything: they count as a return of 0.',
    'Dietz return has no value: the average capital is -12.5',
  ],
  'when an alert rule fires': [
    'Fires when ORBX is at 80 or below.',
    'Fires when ORBX is at 120.5 or above.',
    'Fires when ORBX rises by 5 % or more since the previous close.',
    'Fires when ORBX falls by 5 % or more since the previous close.',
    'Fires when ORBX moves by 5 % or more since the previous close.',
    'Fires when ORBX rises by 5 % or more within 10 minutes.',
    'Fires when ORBX falls by 5 % or more within 10 minutes.',
    'Fires when ORBX moves by 5 % or more within 10 minutes.',
    'Fires when ORBX rises by 5 % or more within 1 minutes.',
    'Fires when ORBX falls by 5 % or more within 1 minutes.',
    'Fires when ORBX moves by 5 % or more within 1 minutes.',
    'Fires when the portfolio is 10 % or more below its highest close since 2026-01-02, deposits and withdrawals apart.',
    "Fires when the portfolio's last one-day VaR at 95 % is 2.5 % of its value or more.",
    "Fires when today's loss is 1.5 times the last one-day VaR at 99 % or more.",
    'Fires when a part of the portfolio is 5 points or more away from its target.',
    'Fires when prices can fall by 15 % or less before a margin call.',
    'Fires when the margin account is in the state WATCH or a worse one.',
    'Fires when the margin account is in the state WARNING or a worse one.',
    'Fires when the margin account is in the state CALL or a worse one.',
    'Fires when a holding has had no price for 30 minutes.',
    'Fires when a holding has had no price for 1 minutes.',
    'Fires when ORBX has had no price for 30 minutes.',
    'Fires when ORBX has had no price for 1 minutes.',
  ],
  'what an alert says': [
    'ORBX is at 79.5 USD',
    'ORBX is at 79.5 USD, at or below your level of 80.',
    'ORBX is at 121 USD, at or above your level of 120.5.',
    'ORBX moved by 5.1 %',
    'ORBX rose by 5.1 % since the previous close; you asked to be told from 5 %.',
    'ORBX fell by 5.1 % since the previous close; you asked to be told from 5 %.',
    'ORBX moved by 5.1 % since the previous close; you asked to be told from 5 %.',
    'ORBX rose by 5.5 % within 10 minutes; you asked to be told from 5 %.',
    'ORBX fell by 5.5 % within 10 minutes; you asked to be told from 5 %.',
    'ORBX moved by 5.5 % within 10 minutes; you asked to be told from 5 %.',
    'ORBX rose by 5.5 % within 1 minutes; you asked to be told from 5 %.',
    'ORBX fell by 5.5 % within 1 minutes; you asked to be told from 5 %.',
    'ORBX moved by 5.5 % within 1 minutes; you asked to be told from 5 %.',
    'Savings is 12 % below its peak',
    'Savings is 12 % below its highest close since 2026-01-02, deposits and withdrawals apart; you asked to be told from 10 %.',
    'Savings: VaR at 2.75 % of its value',
    'The last one-day VaR of Savings is 2.75 % of its value, at or above your limit of 2.5 %.',
    'Savings lost more than its VaR',
    "Today's loss of Savings is 1.62 times its last one-day VaR at 99 %.",
    'Savings has drifted from its target',
    'A part of Savings is 6.5 points away from its target; you asked to be told from 5 points.',
    'Savings: 14.2 % to a margin call',
    'Prices can fall by 14.2 % before Savings gets a margin call; you asked to be told at 15 %.',
    'Savings: margin account in WATCH',
    'Savings: margin account in WARNING',
    'Savings: margin account in CALL',
    'The margin account of Savings is in the state WATCH.',
    'The margin account of Savings is in the state WARNING.',
    'The margin account of Savings is in the state CALL.',
    'No price for ORBX',
    'No price for a holding of Savings',
    'The market has been open for 31 minutes since the last price; you asked to be told at 30.',
    'Alerts are no longer posted to hooks.example.com. The receiver answered 410: it does not want to be called again.',
    'Alerts are no longer posted to My logger. 20 attempts in a row failed, the last one: The receiver answered 500.',
    '20 attempts in a row failed, the last one: No answer within 10 s.',
  ],
  'why a rule is not measured, or an alert did not arrive': [
    'There is no finished risk check of this portfolio with a one-day VaR at 0.95; run one, or schedule it.',
    "Today's loss cannot be compared: yesterday's value or the VaR is not above 0.",
    'The receiver answered 503.',
    'The host hooks.example.com is not known.',
    'The encrypted connection failed: PKIX path building failed',
    'The connection broke: the answer is not HTTP',
    'No answer within 10 s.',
    'The address must begin with https://.',
    'The address is not an address such as https://example.com/alerts.',
    'The mail server did not take it: 550 no such user here',
  ],
  'what became of a schedule, and of computing again': [
    'It could not be asked for 5 times in a row, the last time because: Something went wrong on our side while this was asked for.',
    'The engine was version 1.4.0 and is 1.5.0: figures are promised to be the same within one version.',
    "The processor's kernel was avx2 and is sse2: figures agree within the tolerance, not to the last digit.",
  ],
  'why a paper order ended': [
    "'NOPE' is not known; search for it.",
    'XFX is FX, which paper orders do not trade.',
    'XWLD is INDEX, which paper orders do not trade.',
    'XMOM is FACTOR, which paper orders do not trade.',
    'USD is CASH, which paper orders do not trade.',
    'ORBX260619C100 is OPTION, which paper orders do not trade.',
    'XFUT is FUTURE, which paper orders do not trade.',
    'ORBX has no price that an order could meet.',
    '200 orders are open, which is as many as a portfolio may have.',
    'No exchange rate from USD to CHF is known.',
    'ORBX trades in steps of 1.',
    '4 ORBX are held and not in another order; to sell what is not held is SELL_SHORT.',
    '4 ORBX are held: sell them before selling short.',
    "It takes 8001.00 of equity, and 5000.00 are free beyond the initial margin of what is held and ordered. By the organisation's own rates LONG15 takes 80 % of its value. What is a large part of the account takes more.",
    'With less equity than 2000 nothing is sold short.',
    'It costs 1501.00, there is cash of 1000.00, and with less equity than 2000 nothing is lent.',
    'The day of this day order is over.',
    'The maintenance requirement is more than 100 % of the equity.',
    'Taken back by its owner.',
    'Little margin remains: the positions require 9500.00 USD, and the equity is 10050.00 USD.',
    'Positions are closed: the positions require 9500.00 USD, and the equity is 9050.00 USD.',
  ],
  'what becomes of a row of a file': [
    'an older snapshot; what was held on 2024-03-01 is opened',
    "SPAXX is the account's cash; this moves it from one pocket to the other",
    "the table 'Net Asset Value' repeats or explains and books nothing",
    "the mapping says that 'Saldo' is no transaction",
    "a row of 'Corporate Actions' changes what is held in a way this file does not tell exactly; record it by hand",
    'with this row, what is booked later fails: 10 of ORBX cannot leave on 2024-03-01: 9 are held on that day',
    "says no quantity and price like 'OPEN BUY 10 @ 185.00'",
    "'Gift' is no kind of booking Riskwatch knows in this file",
    "'EURUSD' is not a pair like EUR.USD",
    'the row has 7 fields and the header 9',
    'a SELL opens no lot to be named',
    "'BOUGHT' is not one of BUY, SELL, DIVIDEND",
    "'31.12.2024' is not a date like 2024-12-31",
    "'soon' is not a date this format knows",
    '2199-01-01 lies in the future',
    '1850-01-01 lies before 1900-01-01',
    "'EURO' is not a currency of ISO 4217",
    "'ten' is not a number like 1234.56",
    "'ten' is not a number like 1,234.56",
    "'ten' is not a number like 1.234,56",
    'is longer than 500 characters',
    'is in USD, and no amount in EUR is given',
    "there is no account 'Depot', and a portfolio has at most 20",
    "'L 1' is no name of a lot: letters, digits and . _ -, at most 40",
    "'L1' is not like L1=5: the lot, and how much of it",
    '11 of ORBX cannot leave on 2024-01-03: 10 are held on that day',
    '11 of ORBX cannot leave on 2024-01-03: none is held on that day',
  ],
  "what the ledger's rules say of a row": [
    'a BUY names a symbol',
    'a DEPOSIT moves money and names no symbol',
    "'orbx!' is not a symbol: capital letters, digits and . - = ^ / _ $ :, at most 32",
    'a BUY has a quantity above zero, was empty',
    'a BUY has a quantity above zero, was -5',
    'a FEE has an amount only',
    'a price is not negative, was -1',
    'a SPLIT has no price',
    'a SPLIT brings no new symbol',
    'is above zero, was -3',
    'a SPLIT divides no cost',
    'lies between 0 and 1, was 1.5',
    'a fee is not negative, was -1',
    'a BUY has a price or an amount',
    'a DEPOSIT has an amount above zero',
    'a TAX has an amount',
    'a SPLIT moves no money but cash in lieu of a fraction',
    'the amount of a BUY is not negative, was -100',
    '1100 disagrees with quantity, price and fee, which make 1001.5',
    'a BUY chooses no lots',
    'the chosen lots make 5, the quantity is 6',
    'the quantity of a chosen lot is above zero, was 0',
    '5 of ORBX were chosen from lot 0191f7a2-6f3c-7bb1-8f5e-3d1c2b4a5968, which has none on that day',
    '5 of ORBX were chosen from lot 0191f7a2-6f3c-7bb1-8f5e-3d1c2b4a5968, which has 3 on that day',
    '1.00000000001 has more than 10 decimals',
    '10000000000000000000 is too large: the ledger keeps 18 digits before the point',
    'a BUY stays in one account',
    'ORBX is booked in USD here; a BUY in EUR would mix currencies',
    'ORBX is sold short in the account that receives; buy it back there first',
    'ORBX is sold short, and a short position receives nothing; book what it pays as a negative DIVIDEND',
    'none of ORBX is held on 2024-01-03',
    'QNTL is booked in EUR here and ORBX in USD, so that it cannot take over the cost',
    'of ORBX and QNTL one is sold short; close it first',
    'the ratio leaves 12 whole units and no fraction to be paid',
  ],
};

const withGaps = Object.keys(catalogue).filter((english) => english.includes('{'));
const shape = (english: string) =>
  new RegExp(
    `^${english
      .split(/\{\w+\}/)
      .map((literal) => literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('.+?')}$`,
  );

describe("portfolio-service's sentences in German", () => {
  beforeAll(() => {
    setLocale('de-DE');
  });

  it.each(Object.entries(examples))('are known: %s', (_, sentences) => {
    expect(sentences.filter((sentence) => tell(sentence).lang)).toEqual([]);
  });

  it('are proven in every shape', () => {
    const proven = Object.values(examples)
      .flat()
      .flatMap((text) => [text, ...text.split(/(?<=[.!?]) (?=\p{Lu})/u)]);
    const withinOne = ['{symbol} (sold short)'];
    expect(withGaps.filter((english) => !proven.some((sentence) => shape(english).test(sentence)))).toEqual(
      withinOne,
    );
  });

  it('say everything that they say', () => {
    // English words that are none in German, and no names either
    const left = Object.values(examples)
      .flat()
      .map(said)
      .filter((text) => /\b(the|of|and|is|are|were|which|since|within)\b/.test(text));
    expect(left).toEqual([]);
  });

  it.each([
    [
      'A, S (sold short), T (sold short) are 80.0 % of everything; the others hardly count.',
      'A, S (leer verkauft), T (leer verkauft) sind zusammen 80,0 % von allem; die anderen zählen kaum.',
    ],
    [
      'Health Care is 50.0 % of the portfolio: what hits the industry hits all of it at once.',
      'Gesundheit: 50,0 % des Portfolios. Was die Branche trifft, trifft alles davon zugleich.',
    ],
    [
      'CRYPTO is 96.0 % of the portfolio: nothing of another kind cushions a fall.',
      'Kryptowährungen machen 96,0 % des Portfolios aus: Nichts von anderer Art fängt einen Rückgang auf.',
    ],
    [
      'ORBX lost 45.0 % of its cost. Would you buy it today? If not, selling turns the loss into one that counts for tax where that is allowed.',
      'ORBX hat 45,0 % des Einstands verloren. Würden Sie es heute kaufen? Wenn nicht, macht ein Verkauf daraus einen Verlust, der steuerlich zählt, wo das erlaubt ist.',
    ],
    [
      'Fires when ORBX moves by 2.5 % or more within 1 minutes.',
      'Meldet sich, wenn ORBX sich innerhalb 1 Minute um 2,5 % oder mehr bewegt.',
    ],
    [
      'ORBX fell by 5.1 % since the previous close; you asked to be told from 5 %.',
      'ORBX ist seit dem vorigen Schluss um 5,1 % gefallen; Sie wollten es ab 5 % wissen.',
    ],
    [
      'The margin account of St. Gallen is in the state WARNING.',
      'Das Marginkonto von St. Gallen ist im Stand „Nahe an einer Forderung“.',
    ],
    [
      'Alerts are no longer posted to My logger. 20 attempts in a row failed, the last one: The receiver answered 500.',
      'An My logger werden keine Warnungen mehr gesendet. 20 Versuche in Folge sind fehlgeschlagen, der letzte so: Der Empfänger hat mit 500 geantwortet.',
    ],
    [
      "It takes 8001.00 of equity, and 5000.00 are free beyond the initial margin of what is held and ordered. By the organisation's own rates LONG15 takes 80 % of its value.",
      'Nötig sind 8001,00 Eigenkapital; frei sind 5000,00, über die Anfangsdeckung des Gehaltenen und Beauftragten hinaus. Nach den eigenen Sätzen der Organisation verlangt LONG15 80 % des Wertes.',
    ],
    ["'31.12.2024' is not a date like 2024-12-31", '„31.12.2024“ ist kein Datum in der Form Jahr-Monat-Tag'],
    ["'1,5' is not a number like 1,234.56", '„1,5“ ist keine Zahl wie 1,234.56'],
    [
      'Europe is 80.0 % of the portfolio: its economy, its politics and its currency decide.',
      'Europa: 80,0 % des Portfolios. Die Wirtschaft, die Politik und die Währung dort entscheiden.',
    ],
  ])('say it as a German would: %s', (english, german) => {
    expect(said(english)).toBe(german);
  });

  it('set days as the reader does', () => {
    expect(
      said(
        'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the holdings had gained 10.00 % and before they lost 5.00 %. Your timing cost you 3.00 percentage points.',
      ),
    ).toMatch(
      /^Sie weichen voneinander ab, weil Sie ein- und ausgezahlt haben: 500,00 USD gingen am (?!2026-01-11).+ ein, nachdem die Bestände 10,00 % gewonnen hatten und bevor sie 5,00 % verloren\. Ihre Zeitpunkte haben Sie 3,00 Prozentpunkte gekostet\.$/,
    );
    expect(
      said(
        'with this row, what is booked later fails: 10 of ORBX cannot leave on 2024-03-01: 9 are held on that day',
      ),
    ).toMatch(
      /^mit dieser Zeile scheitert, was später gebucht ist: 10 von ORBX können am (?!2024-03-01).+ nicht abgehen: an diesem Tag werden 9 gehalten$/,
    );
  });

  it('name and explain every figure of a result', () => {
    const folder = resolve('../analytics-worker/contract/figure');
    const figures = readdirSync(folder).flatMap(
      (file) =>
        JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as { title: string; formula: string }[],
    );
    expect(
      figures.flatMap(({ title, formula }) => [title, formula]).filter((text) => tell(text).lang),
    ).toEqual([]);
  });
});
