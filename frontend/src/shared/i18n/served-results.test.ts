import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '@/shared/format/format';
import { teller } from './others';

const folder = resolve('src/shared/i18n/de');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const catalogue = read(resolve(folder, 'served-results.json')) as Record<string, string>;
/** With what other services say: none of theirs may take the place of one of these. */
const all = Object.assign(
  {},
  ...readdirSync(folder)
    .filter((name) => name.startsWith('served-'))
    .map((name) => read(resolve(folder, name))),
) as Record<string, string>;
const tell = teller(all, 'de-DE');

const ENGLISH = /\b(?:the|of|and|would|with|is|are|than|has|have|by|from|to|a|its|at)\b/;
/** What of these is not known, or has English left in it. */
const wrong = (sentences: string[]) =>
  sentences
    .map((sentence) => ({ sentence, ...tell(sentence) }))
    .filter(({ text, lang }) => lang ?? ENGLISH.test(text.replaceAll('Value at Risk', '')));

/** What the worker says, one a line, in the form it gives figures: of each template one at least. */
const said: Record<string, string> = {
  'every kind': `
    This is simulated data: the exchange and its companies are fictional.
    Prices are simulated: the exchange and its companies are fictional.
    Their simulated past is not used for crises.
    Today's weights are applied to every past day (simple daily returns, constant weights), so the figures are about what is held now.
    The past 1260 daily returns from 2025-01-01 to 2025-04-22 stand for the future.
    1 day was left out because something had no price on them.
    20 days were left out because something had no price on them.
    Left out for want of price history: ALFA, 600519.SHG.
  `,
  risk: `
    In 1 day out of 20 expect to lose 410 USD (4.1 %) or more; in such a day 437 USD (4.4 %) on average (not a worst case).
    In 1 day out of 20 expect to gain no more than 12.7 USD (0.1 %).
    In 1 week out of 100 expect to lose 410 USD (4.1 %) or more; in such a week 437 USD (4.4 %) on average (not a worst case).
    In 1 week out of 100 expect to gain no more than 12.7 USD (0.1 %).
    In 1 month out of 20 expect to lose 410 USD (4.1 %) or more; in such a month 437 USD (4.4 %) on average (not a worst case).
    In 1 month out of 20 expect to gain no more than 12.7 USD (0.1 %).
    In 1 quarter out of 20 expect to lose 410 USD (4.1 %) or more; in such a quarter 437 USD (4.4 %) on average (not a worst case).
    In 1 quarter out of 20 expect to gain no more than 12.7 USD (0.1 %).
    In 1 year out of 20 expect to lose 410 USD (4.1 %) or more; in such a year 437 USD (4.4 %) on average (not a worst case).
    In 1 year out of 20 expect to gain no more than 12.7 USD (0.1 %).
    In 1 period of 10 trading days out of 20 expect to lose 410 USD (4.1 %) or more; in such a period of 10 trading days 437 USD (4.4 %) on average (not a worst case).
    In 1 period of 10 trading days out of 20 expect to gain no more than 12.7 USD (0.1 %).
    In two years out of three the value ends within about 869 USD (8.7 %) of its average path (volatility).
    The deepest fall in this time would have been 1.1 %, from 2025-04-08 to 2025-04-10, and had not recovered by the end.
    The deepest fall in this time would have been 110 USD (1.1 %), from 2025-04-08 to 2025-04-10, and had not recovered by the end.
    The deepest fall in this time would have been 1.1 %, from 2025-04-08 to 2025-04-10, recovered on 2025-04-22.
    ALFA makes up 60.0 % of the value and 84.2 % of the risk.
    Historical value at risk is the type 7 quantile of the returns; expected shortfall is the mean beyond it with the atom split.
    The normal method takes the returns to be normally distributed with mean zero.
    The normal method takes the returns to be normally distributed with the sample's mean.
    Horizons above one day are one-day figures times the square root of the days (flag SCALED): an approximation.
    Covariance divides by n - 1 and is annualised by 252 trading days; the risk-free rate is 0.02 a year.
    Cash in the base currency earns nothing.
    The correlation table shows the 100 largest holdings.
    Cornish-Fisher bends the normal quantile by the sample's skewness and kurtosis; flag OUT_OF_DOMAIN where they are too large for the expansion.
    EWMA is the normal method with mean zero and a volatility in which each day counts 0.94 times the next (RiskMetrics).
    GARCH(1,1) is fitted by maximum likelihood with normal surprises; horizons above one day are simulated by 10000 paths.
    Filtered historical rescales past surprises of the fitted GARCH to today's volatility, its mean included; horizons above one day are simulated by 10000 paths.
    Monte Carlo draws 10000 paths of normal daily returns with the window's volatility; the standard error is that of the simulation.
  `,
  'var-backtest': `
    Each day's value at risk is estimated from the 250 returns before it, by the method HISTORICAL; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method NORMAL; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method CORNISH_FISHER; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method EWMA; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method GARCH; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method FILTERED_HISTORICAL; an exception is a loss greater than it.
    Each day's value at risk is estimated from the 250 returns before it, by the method MONTE_CARLO; an exception is a loss greater than it.
    Tests reject at a significance of 5 %.
    The Basel zone follows the probability of at most that many exceptions: below 95 % green, below 99.99 % yellow, else red.
    On 0 of the last 250 days you would have lost more than the value at risk told the evening before; 2.5 such days were to be expected.
    On 4 of the last 250 days you would have lost more than the value at risk told the evening before; 2.5 such days were to be expected.
    That is near enough to what was promised for so few days.
    That is too many to be chance: the figure promises too little loss.
    That is too few to be chance: the figure promises too much loss.
    The bad days come in a row, so after one the next is likelier than the figure says.
    The bad days do not come in a row more often than chance would have it.
    By the supervisors' colours this is green.
    By the supervisors' colours this is yellow.
    By the supervisors' colours this is red.
    For the last day, 2025-04-22, the announced loss was 410 USD (4.1 %); the day brought -12.7 USD (-0.1 %).
  `,
  'portfolio-report': `
    ALFA and BETA move most alike (correlation 0.83 of at most 1): together they spread the risk little.
    No two of these move much alike; most alike are ALFA and BETA (correlation 0.83 of at most 1).
    A report shows the 20 holdings that carry most of the risk, the correlations of the 12 first of them and the 8 worst crises; its totals are of everything held.
  `,
  'monte-carlo and goal': `
    In half of the futures there is more than 18,876 USD after 1 year; in 1 of 20 less than 17,891 USD, in 1 of 20 more than 19,958 USD.
    In half of the futures there is more than 18,876 USD after 10 years; in 1 of 20 less than 17,891 USD, in 1 of 20 more than 19,958 USD.
    The chance to reach 20,000 USD is about 41 % (give or take 0.9 for the simulation).
    In 0.3 % of the futures the money runs out before the end.
    Nothing has to be added to reach it with a chance of 80.0 %.
    To reach it with a chance of 80.0 %, put in 125 USD each month.
    Log returns are independent and normal (geometric Brownian motion).
    Days are independent draws of a Student t with 5.0 degrees of freedom: large moves are commoner than with a normal.
    Futures are stretches of the past, 20 days long on average, put together anew.
    Log returns are normal with 1.0 jumps a year on average; jumps and the rest together have the volatility named.
    The variance is random: it returns to its mean at a speed of 2.0 a year and has a volatility of 0.3.
    Contributions are made at the start of each month; taxes, costs and inflation are not counted.
    The standard errors are those of 10000 simulated paths, not of the model.
    The mean grows by a continuous 7.0 % a year (the window's), the volatility is 15.0 % a year (the window's).
    The mean grows by a continuous 7.0 % a year (the window's), the volatility is 15.0 % a year (as asked).
    The mean grows by a continuous 7.0 % a year (as asked), the volatility is 15.0 % a year (the window's).
    The mean grows by a continuous 7.0 % a year (as asked), the volatility is 15.0 % a year (as asked).
  `,
  leverage: `
    Without a loan there is no margin call.
    With 10,000 USD of your own and a loan of 10,000 USD you hold 20,000 USD.
    With 1.00 times the value of your own and a loan of 0.50 times the value you hold 1.50 times the value.
    Prices can fall 33.3 % before a call (below 13,333 USD).
    So much borrowed is a call from the first day.
    The interest is about 608 USD a year: what you hold must gain 3.0 % to pay for it.
    3.4 % of simulated years have a call (give or take 0.9 for the simulation).
    A broker who asks for the initial margin assumed would not lend so much.
    Own money is the value of the holdings less loans; what is borrowed is put into the same holdings in the same proportions, brought back to them daily.
    A call comes when own money falls below 25.0 % of what is invested (maintenance margin), looked at once a day; on the first day 50.0 % is asked (initial margin).
    Brokers may ask for more.
    Interest is 3.3 % a year over 360 days, added to the loan daily; nothing is paid back and nothing sold in a year that is held through.
    What is invested grows by a continuous 7.0 % a year on average with a volatility of 15.0 %, in independent normal days: real markets fall harder.
    Years are stretches of the past, 20 days long on average, put together anew.
    The standard errors are those of 10000 simulated years, not of the model.
  `,
  factor: `
    When MKT rises by 1 %, the value tends to rise by 0.89 % (t = 13.5: hardly chance).
    When MKT rises by 1 %, the value tends to rise by 0.89 % (t = 13.5: may well be chance).
    When MKT rises by 1 %, the value tends to rise by 0.89 %.
    When Component 1 rises by 1 %, the value tends to rise by 0.30 %.
    When MKT rises by 1 %, the value tends to fall by 0.89 % (t = 13.5: hardly chance).
    When MKT rises by 1 %, the value tends to fall by 0.89 % (t = 13.5: may well be chance).
    When MKT rises by 1 %, the value tends to fall by 0.89 %.
    Beyond the factors it earned -1.1 % a year (t = 13.5: hardly chance).
    Beyond the factors it earned -1.1 % a year (t = 13.5: may well be chance).
    Beyond the factors it earned -1.1 % a year.
    These factors explain 64.3 % of the ups and downs of what you hold.
    Least squares of 59 periods from 2025-01-01 to 2025-04-22; standard errors by Newey and West with 3 lags.
    The factors are the first principal components of the holdings' own covariance: they have no names of their own, and their sign is arbitrary.
    The factors are yours (MKT, SMB); only periods that both they and the prices cover count.
    The factors are yours (MKT, SMB); only periods that both they and the prices cover count, with the days in them compounded.
    Returns are counted beyond the riskless rate (the column RF where there is one, else 0.0 a year).
    Returns are counted beyond the riskless rate (0.0 a year).
    A window of 300 periods does not fit: 6 to 252 do.
    The factors explain the value exactly: t statistic has no value: the fit is exact
  `,
  backtest: `
    10,000 USD would have become 10,100 USD from 2025-01-01 to 2025-04-22: 3.3 % a year, after costs.
    The deepest fall on the way would have been 1.1 %.
    Fees and slippage of 15.0 USD took 0.50 % off the growth of each year.
    Bought once and held without costs it would have been 3.3 % a year, with a deepest fall of 1.1 %.
    Choosing the variant without hindsight, on the past alone, would have earned 3.3 % a year; the variant shown earned 9.9 % in the same time.
    Warning: 30 variants were tried.
    The best of so many worthless ones would show a Sharpe ratio of about 0.92 by luck alone; this one shows 1.20, and is better than luck with a probability of 85 % (deflated Sharpe ratio).
    Today's weights are bought at the close of the window's first day, drift with the prices and are brought back never.
    Today's weights are bought at the close of the window's first day, drift with the prices and are brought back every 63 trading days.
    Today's weights are bought at the close of the window's first day, drift with the prices and are brought back when a weight has drifted too far (0.5 % of the value).
    They are known today only: that one holds them is itself hindsight.
    The money owed is left out: what is held is bought with own money, in its proportions.
    The variants beside it are the other ways of rebalancing.
    It decides on a close and trades at the next day's close.
    Every variant is judged from the day the slowest average is known, 2025-04-22; the one with the greatest Sharpe ratio is shown.
    Each trade costs a fee of 0.10 % and slippage of 0.05 % of its amount, the first purchase too.
    Cash earns nothing; taxes are not counted; dividends count as far as the prices include them.
    You said that 1 variants were tried before.
    You said that 20 variants were tried before.
    1 variants were tried; it is worked out when more than 20 were.
    5 variants were tried; it is worked out when more than 20 were.
    There is one variant only: nothing to choose from.
    Choosing on 504 days and earning on 126 needs more than 250 days.
    The window holds less than a year of 252 days.
    no benchmark was named
    The rule holds all of today's holdings at today's weights, brought back daily, from the crossing of the fast average above the slow one to the next below it, and sells it short below.
    The rule holds all of today's holdings at today's weights, brought back daily, from the crossing of the fast average above the slow one to the next below it, and holds cash below.
    The rule holds ALFA from the crossing of the fast average above the slow one to the next below it, and sells it short below.
    The rule holds ALFA from the crossing of the fast average above the slow one to the next below it, and holds cash below.
  `,
  stress: `
    Great Depression
    Oil crisis and stagflation
    Black Monday
    Invasion of Kuwait
    Asian crisis
    Russian default and LTCM
    Dot-com bust
    Attacks of 11 September
    Great financial crisis
    Flash crash and Greek rescue
    Euro debt crisis and US downgrade
    Taper tantrum
    China slowdown and oil slump
    Volatility shock
    Rate and trade fears
    COVID-19 crash
    Crypto winter
    Inflation and rising rates
    Tariff shock
    Great Depression (2025-01-01 to 2025-04-22) would be the worst of 1 crisis for what you hold today: a loss of 869 USD (8.7 %), most of it by ALFA.
    Great Depression (2025-01-01 to 2025-04-22) would be the worst of 20 crises for what you hold today: a loss of 869 USD (8.7 %), most of it by ALFA.
    "Equities fall, rates rise" would be a loss of 869 USD (8.7 %).
    Great Depression (2025-01-01 to 2025-04-22) would be the worst of 1 crisis for what you hold today: a gain of 869 USD (8.7 %), most of it by ALFA.
    Great Depression (2025-01-01 to 2025-04-22) would be the worst of 20 crises for what you hold today: a gain of 869 USD (8.7 %), most of it by ALFA.
    "Equities fall, rates rise" would be a gain of 869 USD (8.7 %).
    If STK fell by 20 %, PUT would lose 151.6 %; by its delta alone it would lose 105.6 %.
    If STK fell by 20 %, PUT would lose 151.6 %; by its delta alone it would gain 105.6 %.
    If STK fell by 20 %, PUT would gain 151.6 %; by its delta alone it would lose 105.6 %.
    If STK fell by 20 %, PUT would gain 151.6 %; by its delta alone it would gain 105.6 %.
    Options protect you on the likeliest way: it loses no more than 1,870 USD (18.7 %), not the 2,000 USD (20.0 %) asked about.
    To lose 2,000 USD (20.0 %): The likeliest way is led by ALFA and as rare as 3.0 standard deviations of a month.
    A fall of the equities you hold by 33.3 % would lose you 2,000 USD (20.0 %).
    The likeliest way is led by ALFA and as rare as 8.0 standard deviations of a month.
    A crisis is the time from the peak to the trough of US equities; today's holdings are held through it without trading.
    The past does not repeat itself exactly.
    A holding moves as its own prices did where they cover the crisis and are no simulation; else as its class did, which is named beside it, in the class's own currency with exchange rates unchanged.
    A class without a figure is taken as unchanged and named.
    Figures marked APPROXIMATE are rounded and were not checked against the closes of the index named; the others were computed from closes.
    Nobody says what these are, so they are taken for world equities: ALFA, 600519.SHG.
    Nobody says what these are, so they are taken for world equities: ALFA, 600519.SHG and 20 more.
    A rise of interest rates moves the price of bonds by e^(-duration x rise), with the durations named, where their terms are not known; options by their formula; other holdings by nothing.
    Options are priced anew from what their underlying did (Black and Scholes; with early exercise on a binomial tree), with time standing still, at an interest of 3.3 % a year; in crises their volatility and the interest stay as they are now, so that what fear adds to prices of options is not in them.
    The likeliest way to a loss counts them by delta and prices them anew on it.
    Volatilities: PUT 22.6 % (implied by its last price).
    There are no prices of ALFA, 600519.SHG: their formula stands for them, today and over the window, with time standing still.
    Bonds with known terms are priced anew from their yield when rates move: BND at a yield of 9.00 % (of its last price).
    In crises, for which no rates are known here, they move as their own prices or their class did.
    The likeliest way to a loss takes returns to be normal with the covariance of the window; the fall of equities takes everything else to follow them by its beta.
    No equities are held.
    Even a total loss of the equities would not lose so much: the value moves by 0.31 times theirs.
    No fall of the equities would lose so much, with the options priced anew on the way.
    EQUITY, World: MSCI World in dollars
    no figure of EQUITY is known for this crisis
    REAL_ESTATE, World: MSCI World in dollars
    no figure of REAL_ESTATE is known for this crisis
    GOVERNMENT_BOND, World: MSCI World in dollars
    no figure of GOVERNMENT_BOND is known for this crisis
    CORPORATE_BOND, World: MSCI World in dollars
    no figure of CORPORATE_BOND is known for this crisis
    HIGH_YIELD_BOND, World: MSCI World in dollars
    no figure of HIGH_YIELD_BOND is known for this crisis
    GOLD, World: MSCI World in dollars
    no figure of GOLD is known for this crisis
    ENERGY, World: MSCI World in dollars
    no figure of ENERGY is known for this crisis
    COMMODITY, World: MSCI World in dollars
    no figure of COMMODITY is known for this crisis
    CRYPTO, World: MSCI World in dollars
    no figure of CRYPTO is known for this crisis
    CASH, World: MSCI World in dollars
    no figure of CASH is known for this crisis
    EQUITY
    REAL_ESTATE
    GOVERNMENT_BOND
    CORPORATE_BOND
    HIGH_YIELD_BOND
    ENERGY
    COMMODITY
    CRYPTO
    CASH keeps its amount
    STK by OWN_HISTORY
    STK by ASKED
    STK by CLASS (EQUITY, North America: S&P 500 price index)
    STK by UNCHANGED (EQUITY, North America: S&P 500 price index)
    S&P 500 price index
    Nikkei 225 price index in yen
    STOXX Europe 600 or Euro Stoxx 50 price index in euros
    MSCI Emerging Markets in dollars
    MSCI World in dollars
    Gold in dollars
    Bitcoin in dollars
    WTI crude oil
    US Treasury total return
    US high yield corporate total return
    US investment grade corporate total return
    US listed real estate
    Volatilities: PUT 22.6 % (implied by its last price), CALL 17.6 % (implied by its last price).
    Volatilities: PUT 20.0 % (as told).
    Volatilities: PUT 20.0 % (its underlying's past, since it has no price or none explains it).
    Volatilities: A 20.0 % (as told), B 25.0 % (implied by its last price), C 30.0 % (its underlying's past, since it has no price or none explains it).
    Volatilities: A 20.0 % (its underlying's past, since it has no price or none explains it), B 25.0 % (as told).
    Volatilities: A 20.0 % (as told), B 25.0 % (as told), C 30.0 % (as told).
    Volatilities: C1 20.0 % (implied by its last price), C2 20.0 % (implied by its last price), C3 20.0 % (implied by its last price).
    Volatilities: C1 20.0 % (implied by its last price), C2 20.0 % (implied by its last price), C3 20.0 % (implied by its last price), C4 20.0 % (implied by its last price), C5 20.0 % (implied by its last price).
    Volatilities: C1 20.0 % (implied by its last price), C2 20.0 % (implied by its last price), C3 20.0 % (implied by its last price), C4 20.0 % (implied by its last price), C5 20.0 % (implied by its last price), C6 20.0 % (implied by its last price), C7 20.0 % (implied by its last price), C8 20.0 % (implied by its last price), C9 20.0 % (implied by its last price), C10 20.0 % (implied by its last price), C11 20.0 % (implied by its last price).
    Bonds with known terms are priced anew from their yield when rates move: BND at a yield of 9.00 % (of its last price).
    Bonds with known terms are priced anew from their yield when rates move: BND at a yield of 9.00 % (as told), BUND at a yield of 2.50 % (of its last price).
    Bonds with known terms are priced anew from their yield when rates move: BND at a yield of 9.00 % (as told). In crises, for which no rates are known here, they move as their own prices or their class did.
    Bonds with known terms are priced anew from their yield when rates move: A at a yield of 1.00 % (of its last price), B at a yield of 2.00 % (of its last price).
    Bonds with known terms are priced anew from their yield when rates move: A at a yield of 1.00 % (of its last price), B at a yield of 2.00 % (of its last price), C at a yield of 3.00 % (of its last price).
    Bonds with known terms are priced anew from their yield when rates move: A at a yield of 1.00 % (of its last price), B at a yield of 2.00 % (of its last price), C at a yield of 3.00 % (of its last price), D at a yield of 4.00 % (of its last price).
  `,
  optimization: `
    What you hold is already, or nearly, the least volatility.
    What you hold is already, or nearly, the most return for the risk.
    What you hold is already, or nearly, the least volatility for a return.
    What you hold is already, or nearly, the most return for a bearable risk.
    What you hold is already, or nearly, equal parts of the risk.
    What you hold is already, or nearly, a split along the family tree of holdings.
    What you hold is already, or nearly, today's weights bent by your views.
    What you hold is already, or nearly, the least loss on the worst days.
    What you hold is already, or nearly, the most diversification.
    For the least volatility, 25.0 % of the value would be moved: the volatility goes from 18.6 % to 11.1 % a year.
    In 1 month out of 20 expect to lose 475 USD (4.0 %) or more instead of 587 USD (4.9 %); in such a month 437 USD (4.4 %) on average (not a worst case).
    By the figures assumed the value would grow by 1.9 % a year on average instead of 3.5 %; such averages are very uncertain.
    No whole share has to be traded.
    1 trade in whole shares lead there and cost about 15.0 USD.
    20 trades in whole shares lead there and cost about 15.0 USD.
    Expected returns are the window's means times 252; they are the weakest part of any optimisation.
    Expected returns are yours for ALFA, BETA, else the window's means times 252.
    Covariance divides by n - 1 and is annualised by 252 trading days.
    Covariance is shrunk by Ledoit and Wolf's method and annualised by 252 trading days.
    Cash and loans stay as they are; limits are shares of what is invested.
    A trade costs 0.1 % of its amount, at the window's last close; taxes are not counted.
    A trade costs 0.1 % of its amount and 1.5 USD, at the window's last close; taxes are not counted.
    Purchases are paid by sales.
    The weights minimise the variance within the limits.
    The weights maximise expected return beyond 3.3 % a year per unit of volatility.
    The weights minimise the variance at an expected return of 4.4 % (today's).
    The weights minimise the variance at an expected return of 4.4 % (as asked).
    The weights make every holding cause the same part of the volatility.
    The weights are those of hierarchical risk parity with single linkage (Lopez de Prado).
    Without views today's weights are taken to be right, and the limits alone change them.
    The expected returns that today's weights imply (risk aversion 2.5) are bent by your views (tau 0.05, Idzorek's confidences).
    The weights minimise the mean loss of the worst 5.0 % of the window's days.
    The weights maximise the ratio of the average volatility to the portfolio's.
    No weights have a volatility as low as 15.0 %, which your risk tolerance stands for; those of the least volatility were taken.
    The weights maximise the expected return at a volatility of at most 15.0 % (today's).
    The weights maximise the expected return at a volatility of at most 15.0 % (as asked).
    The weights maximise the expected return at a volatility of at most 15.0 % (risk tolerance 3 of 5).
    Whole shares need a value in money; only shares of the whole are known.
    Selling 150 ORBX would realise a gain of 1,250 USD by any lot method.
    Buying back 150 ORBX would realise a gain of 1,250 USD by any lot method.
    All trades together would realise a gain of 1,250 USD by any lot method.
    Realised gains are not told for everything.
    Realised gains are not told for everything. Not all gains of ORBX are known.
    Realised gains are those of trades on 2025-04-22, from the ledger's open lots of all accounts together, each method told as if earlier sales had gone by it too.
    A lot held for more than 365 days is long-term.
    There were too many lots to carry: the oldest 20 of what is traded were put together, each holding's at their average cost and as if all were bought on the newest of their days.
    The lots the holdings were bought in are not known: ask from a portfolio with a ledger.
    The value was given and is not what is held, so that the shares traded are not those of the lots.
    Not all gains of ALFA, 600519.SHG are known.
    The lots it was bought in are not known.
    The exchange rate of a day on which it was bought is not known.
    What a lot of it has cost is not known to the ledger.
    Buying back 150 ORBX would realise a loss of 1,250 USD by first in, first out.
    Selling 150 ORBX would realise a loss of 1,050 USD by last in, first out.
    Buying back 150 ORBX would realise a gain of 1,250 USD by first in, first out, a gain of 1,050 USD by last in, first out.
    Selling 150 ORBX would realise a loss of 900 USD by highest cost first.
    Buying back 150 ORBX would realise a loss of 1,250 USD by first in, first out, a loss of 900 USD by highest cost first.
    Selling 150 ORBX would realise a gain of 1,050 USD by last in, first out, a gain of 900 USD by highest cost first.
    Buying back 150 ORBX would realise a loss of 1,250 USD by first in, first out, a loss of 1,050 USD by last in, first out, a loss of 900 USD by highest cost first.
    Selling 150 ORBX would realise a loss of 1,150 USD by average cost.
    Buying back 150 ORBX would realise a gain of 1,250 USD by first in, first out, a gain of 1,150 USD by average cost.
    Selling 150 ORBX would realise a loss of 1,050 USD by last in, first out, a loss of 1,150 USD by average cost.
    Buying back 150 ORBX would realise a loss of 1,250 USD by first in, first out, a loss of 1,050 USD by last in, first out, a loss of 1,150 USD by average cost.
    Selling 150 ORBX would realise a gain of 900 USD by highest cost first, a gain of 1,150 USD by average cost.
    Buying back 150 ORBX would realise a loss of 1,250 USD by first in, first out, a loss of 900 USD by highest cost first, a loss of 1,150 USD by average cost.
    Selling 150 ORBX would realise a loss of 1,050 USD by last in, first out, a loss of 900 USD by highest cost first, a loss of 1,150 USD by average cost.
    Buying back 150 ORBX would realise a gain of 1,250 USD by first in, first out, a gain of 1,050 USD by last in, first out, a gain of 900 USD by highest cost first, a gain of 1,150 USD by average cost.
    All trades together would realise a gain of 1,250 USD by first in, first out, a gain of 1,050 USD by last in, first out, a loss of 900 USD by highest cost first, a gain of 1,150 USD by average cost.
  `,
  'a figure that is missing': `
    Sharpe ratio has no value: the returns never vary
    Sortino ratio has no value: no return lies below the target 0.0
    Calmar ratio has no value: the value never fell below a former one
    Omega ratio has no value: no return lies below 0.0
    skewness has no value: the observations never vary
    excess kurtosis has no value: the observations never vary
    beta has no value: the benchmark never varies
    information ratio has no value: the active return never varies
    compound annual return has no value: 1.0E300 in 12.0 of 252.0 periods a year compounds beyond all numbers
    standard error has no value: the returns never vary
    standard error of the Sharpe ratio has no value: skewness 3.1 and kurtosis 9.2 make its variance -0.5
    risk contributions have no value: the portfolio's variance is -0.5
    correlation has no value: asset 1 never varies
    Monte Carlo has no value: the returns never vary
    GARCH has no value: the returns never vary
    GARCH needs at least 100 daily returns, the window has 78
    GARCH needs at least 100 daily returns, the window has 78.
    GARCH needs at least 100 daily returns, the window has 78; GARCH needs at least 100 daily returns, the window has 78.
    GARCH fit: Nelder-Mead still improved after 20 restarts, log-likelihood (standardised) -1.4
    long-run variance has no value: alpha + beta is 1.0, not below 1
    500 simulated paths leave fewer than 10 beyond a confidence of 0.99: ask for more paths
    500 simulated paths leave fewer than 10 beyond a confidence of 0.99: ask for more paths.
    backtest has no value: every asset lost everything
    backtest has no value: the position had lost the whole equity by bar 212
    Every variant ended in ruin: {50/200=backtest has no value: the position had lost the whole equity by bar 20}.
    R^2 has no value: y never varies
    t statistic has no value: the fit is exact
    x must have linearly independent columns (the constant included), but one follows from the others
    x must not have a column of zeros, column 2 is one
    principal components have no value: no asset varies
    risk budgets have no value: asset 20 never varies
    risk budgets: Newton's method did not converge in 500 steps; is the covariance positive semi-definite?
    inverse variance has no value: asset 20 never varies
    greatest Sharpe ratio has no value: no admissible portfolio has a positive numerator
    greatest Sharpe ratio has no value: it is reached by no weights that sum to 1
    greatest diversification ratio has no value: no admissible portfolio has a positive numerator
    greatest diversification ratio has no value: it is reached by no weights that sum to 1
    simplex method: no admissible weights after 20 steps
    simplex method: no optimum after 20 steps
    simplex method: an unbounded direction
    quadratic program: no optimum after 20 changes of the active set
    quadratic program: optimality conditions are missed by 0.01 (stationarity), 0.0 (multipliers), 0.0 (feasibility)
    minimum shortfall: the interior point stopped at a gap of 1.0E-7 (relative to the largest return), more than 1.0E-8
    yield has no value: no day is left before the last payment
    implied volatility has no value: the price 103.5 lies outside the arbitrage bounds (0.0, 98.2)
    implied volatility has no value: it would exceed 10.0 at the price 103.5
    implied volatility has no value: the price 103.5 is none that early exercise leaves at any volatility
  `,
  'a job that failed': `
    The analysis took too long
    The analysis failed
    It was stopped after 20 minutes, the longest an analysis may take: ask for fewer paths, a shorter window or fewer holdings.
    The analysis failed 1 times and was given up.
    The analysis failed 3 times and was given up.
    Nothing is lost: ask again later, and quote the analysis id if it happens again.
    With these weights everything would have been lost on 2025-04-22 (a return of -1.0345): reduce the loans or the short positions.
    The value must be in the base currency EUR.
    The value must be positive, was -5.
    The window ends on 2025-04-22, before it begins on 2025-01-01.
    There are no prices at all in the window.
    The window holds more prices than can be analysed at once: take a shorter one or fewer holdings.
    The window has 49 daily returns; at least 60 are needed.
    ALFA lacks a price on 50 of 100 days.
    The window has 49 daily returns; at least 60 are needed. ALFA lacks a price on 50 of 250 days.
    The window has 49 daily returns; at least 60 are needed. 600519.SHG lacks a price on 50 of 100 days.
    Nothing but cash in USD is held: it has no price risk.
    There is no price history for ALFA, 600519.SHG.
    Upload one, or ask again with missingHistory LEAVE_OUT to leave it out.
    There are no exchange rates for CHFUSD.
    The holdings are worth -1234.5 USD with cash and loans; shares of the whole need a positive worth.
    BETA is not among the holdings.
    1,000,000 paths over these horizons are 32,000,000,000 simulated days; at most 100,000,000 are run.
    These are 250000000 simulated days; at most 100000000 are run.
    The window has 300 daily returns; 250 tested days after 250 to estimate from need 500.
    GARCH is fitted to at least 100 daily returns, not to 50.
    FILTERED_HISTORICAL is fitted to at least 100 daily returns, not to 50.
    GARCH is fitted anew each day: days times estimationDays may be at most 500000, not 1000000.
    FILTERED_HISTORICAL is fitted anew each day: days times estimationDays may be at most 500000, not 1000000.
    There is no forecast for 2025-04-22: GARCH has no value: the returns never vary.
    What is held never varies, so there is nothing to simulate.
    The returns never vary, so there is nothing to simulate with this model.
    The value grows beyond all numbers: take fewer years or a smaller drift.
    The jumps alone vary more than the annual volatility of 0.087: take fewer or smaller ones.
    The block bootstrap repeats the past as it was; drift and volatility go with the other models.
    The block bootstrap repeats the past as it was; drift and volatility go with GBM.
    Nothing is invested on balance: there is nothing to borrow for.
    Nothing is invested on balance: there is nothing to divide anew.
    These windows make 0 pairs with a slow one longer than the fast one; 1 to 400 are tried.
    An average over 200 days leaves 12 of the window's 250 days to judge the rule; at least 60 are needed.
    A backtest carries an allocation out without short positions; ALFA has a weight of -0.25.
    There are no factors to find: principal components have no value: no asset varies.
    The factors cannot be told apart: x must have linearly independent columns (the constant included), but one follows from the others.
    lags must lie in [0, 77], was 100.0.
    The factors and the prices have 12 periods in common; at least 24 are needed.
    The prices go from 2025-01-01 to 2025-04-22.
    There are no factors: a header and one line per period are needed.
    The header has 25 columns beside the date; 1 to 20 are taken.
    Line 20 has 3 cells, the header 4.
    Line 20: 2025-04-22 follows 2025-04-23.
    Line 20: 31/01/2024 is no date such as 2024-01-31, 20240131 or 202401.
    Line 20: RF is "3.1%", not a number.
    Line 20: RF is "3.1%", not a positive price.
    There is no factor beside RF.
    csv must be at most 2000000 characters long.
    years must have a minimum value of 1.
    years must have a maximum value of 60.
    There are 620 holdings; at most 500 are optimised together.
    RISK_PARITY has weights of its own that no limit can bend; ask for another objective, or without limits.
    HRP has weights of its own that no limit can bend; ask for another objective, or without limits.
    Within the limits no weights have a volatility of 5.00 % or less; the least is 8.71 %.
    There is no such portfolio: greatest Sharpe ratio has no value: no admissible portfolio has a positive numerator.
    The weights could not be found: simplex method: no optimum after 900 steps.
    covariance must not be zero.
    covariance must be positive semi-definite, but it has a negative eigenvalue: repair it first (stat.MatrixRepair).
    The lower limit 0.6 is above the upper limit 0.4.
    No weights satisfy these limits at once: upper bounds that sum to 0.6; weights that sum to 1.
    Nothing held varies in the window: no move could lose anything.
    Everything is counted in USD: shock the other currencies against it.
    There are no prices of STK, which it is a right on.
    STK is an option itself: options on options are not priced.
    STK is priced in USD, the option in EUR.
    The option expired on 2025-03-21; the window ends on 2025-04-22.
    The bond was repaid on 2025-03-21; the window ends on 2025-04-22.
    There are terms of 101 options; at most 100 are priced anew together.
    ALFA has no prices and by its formula is worth nothing on 2025-04-22: there is no return to tell.
    Its underlying does not vary: tell its volatility.
    Its price of 103.5 has no yield: yield has no value: no day is left before the last payment
    No volatility explains its price of 103.5, and its underlying has none: implied volatility has no value: it would exceed 10.0 at the price 103.5
    100,000 paths of 60 years by GBM are 1,512,000,000 steps; at most 100,000,000 are run.
    100,000 paths of 60 years by STUDENT_T are 1,512,000,000 steps; at most 100,000,000 are run.
    100,000 paths of 60 years by BLOCK_BOOTSTRAP are 1,512,000,000 steps; at most 100,000,000 are run.
    100,000 paths of 60 years by JUMP_DIFFUSION are 1,512,000,000 steps; at most 100,000,000 are run.
    100,000 paths of 60 years by HESTON are 1,512,000,000 steps; at most 100,000,000 are run.
    No weights satisfy these limits at once: lower bounds that sum to 1.2; weights that sum to 1.
    No weights satisfy these limits at once: expected return = 0.5; efficient returns from 0.02 to 0.11.
    No weights satisfy these limits at once: volatility <= 0.05; the constraints' least volatility 0.08.
    No weights satisfy these limits at once: expected return = 0.5; weight of ALFA <= 1.0.
    No weights satisfy these limits at once: sum of weights = 1.0; weight of ALFA <= 0.4; weight of BETA <= 0.4.
    No weights satisfy these limits at once: weight of ALFA >= 0.6; weight of ALFA <= 0.4.
    No weights satisfy these limits at once: weight of ALFA >= 0.6; sum of weights = 1.0; weight of group tech <= 0.2.
    No weights satisfy these limits at once: turnover from the current weights <= 0.1; weight of ALFA >= 0.6.
    No weights satisfy these limits at once: weight of ALFA >= 0.6; turnover from the current weights <= 0.1.
    No weights satisfy these limits at once: weight of ALFA <= 0.1; expected return = 0.5.
    No weights satisfy these limits at once: weight of group tech >= 0.6; weight of group tech <= 0.4.
    No weights satisfy these limits at once: weight of group tech <= 0.1; weight of group oil >= 0.6.
  `,
};
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

beforeAll(() => setLocale('de-DE'));
afterAll(() => setLocale('en'));

describe('what the worker puts into a result', () => {
  it.each(Object.entries(said))('is said in German: %s', (_kind, text) => {
    expect(wrong(lines(text))).toEqual([]);
  });

  it('has an example for each template', () => {
    const everything = Object.values(said).flatMap(lines);
    const without = Object.keys(catalogue).filter((english) => {
      const literals = english
        .split(/\{\w+\}/)
        .map((literal) => literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      const somewhere = new RegExp(literals.join('.+?'));
      return !everything.some((sentence) => somewhere.test(sentence));
    });
    expect(without).toEqual([]);
  });

  it.each([
    [
      '10,000 USD would have become 10,100 USD from 2025-01-01 to 2025-04-22: 3.3 % a year, after costs.',
      'Aus 10.000 USD am 1. Jan. 2025 wären bis zum 22. Apr. 2025 nach Kosten 10.100 USD geworden: 3,3 % im Jahr.',
    ],
    [
      'Line 3: 31/01/2024 is no date such as 2024-01-31, 20240131 or 202401.',
      'Zeile 3: „31/01/2024“ ist kein Datum in der Form JJJJ-MM-TT, JJJJMMTT oder JJJJMM.',
    ],
    [
      'Attacks of 11 September (2001-09-10 to 2001-09-21) would be the worst of 3 crises for what you hold today: a loss of 564 USD (5.6 %), most of it by STK.',
      'Die schlimmste von 3 Krisen wäre für das, was Sie heute halten, diese: Anschläge vom 11. September (10. Sept. 2001 bis 21. Sept. 2001), ein Verlust von 564 USD (5,6 %), das meiste davon durch STK.',
    ],
    [
      '"Great Depression" would be a loss of 1,470 USD (14.7 %).',
      '„Great Depression“ wäre ein Verlust von 1.470 USD (14,7 %).',
    ],
    [
      'In 1 month out of 20 expect to lose 410 USD (4.1 %) or more; in such a month 437 USD (4.4 %) on average (not a worst case).',
      'In 1 von 20 Monaten ist mit einem Verlust von 410 USD (4,1 %) oder mehr zu rechnen; in einem solchen Monat sind es im Mittel 437 USD (4,4 %) (nicht der schlimmste Fall).',
    ],
    [
      'In 1 period of 10 trading days out of 100 expect to lose 4.1 % or more; in such a period of 10 trading days 4.4 % on average (not a worst case).',
      'In 1 von 100 Zeiträumen von 10 Handelstagen ist mit einem Verlust von 4,1 % oder mehr zu rechnen; in einem solchen Zeitraum von 10 Handelstagen sind es im Mittel 4,4 % (nicht der schlimmste Fall).',
    ],
    [
      'The deepest fall in this time would have been 110 USD (1.1 %), from 2025-04-08 to 2025-04-10, recovered on 2025-04-22.',
      'Der tiefste Rückgang in dieser Zeit wäre 110 USD (1,1 %) gewesen, vom 8. Apr. 2025 bis zum 10. Apr. 2025, aufgeholt am 22. Apr. 2025.',
    ],
    [
      'On 4 of the last 39 days you would have lost more than the value at risk told the evening before; 2.0 such days were to be expected.',
      'An 4 der letzten 39 Tage hätten Sie mehr verloren, als der Value at Risk am Abend zuvor ankündigte; 2,0 solche Tage waren zu erwarten.',
    ],
    [
      'With 1.00 times the value of your own and a loan of 0.50 times the value you hold 1.50 times the value.',
      'Mit eigenem Geld von 1,00 × Wert und einem Kredit von 0,50 × Wert halten Sie 1,50 × Wert.',
    ],
    [
      'When Component 1 rises by 1 %, the value tends to fall by 0.89 % (t = -13.5: hardly chance).',
      'Steigt Komponente 1 um 1 %, fällt der Wert in der Regel um 0,89 % (t = -13,5: kaum Zufall).',
    ],
    [
      'Warning: 30 variants were tried. The best of so many worthless ones would show a Sharpe ratio of about 0.92 by luck alone; this one shows 1.20, and is better than luck with a probability of 85 % (deflated Sharpe ratio).',
      'Warnung: 30 Varianten wurden ausprobiert. Die beste von so vielen wertlosen würde allein durch Glück einen Sharpe-Quotienten von etwa 0,92 zeigen; diese zeigt 1,20 und ist mit einer Wahrscheinlichkeit von 85 % besser als Glück (bereinigter Sharpe-Quotient).',
    ],
    [
      'A fall of the equities you hold by 34.1 % would lose you 2,000 USD (20.0 %). The likeliest way is led by ALFA and as rare as 8.0 standard deviations of a month.',
      'Ein Rückgang der Aktien, die Sie halten, um 34,1 % würde Sie 2.000 USD (20,0 %) kosten. Der wahrscheinlichste Weg führt über ALFA und ist so selten wie 8,0 Standardabweichungen eines Monats.',
    ],
    [
      'STK by CLASS (EQUITY, North America: S&P 500 price index)',
      'STK nach dem Stellvertreter (Aktien, Nordamerika: Kursindex S&P 500)',
    ],
    [
      'Volatilities: A 20.0 % (as told), B 25.0 % (implied by its last price).',
      'Volatilitäten: A 20,0 % (wie angegeben), B 25,0 % (aus dem letzten Preis).',
    ],
    [
      'Selling 150 ORBX would realise a gain of 1,250 USD by first in, first out, a loss of 900 USD by highest cost first.',
      'Ein Verkauf von 150 ORBX brächte einen Gewinn von 1.250 USD nach „Älteste zuerst (FIFO)“, einen Verlust von 900 USD nach „Teuerste zuerst (HIFO)“.',
    ],
    [
      'For the most return for a bearable risk, 25.0 % of the value would be moved: the volatility goes from 18.6 % to 11.1 % a year.',
      'Für die höchste Rendite bei einem tragbaren Risiko würden 25,0 % des Werts umgeschichtet: Die Volatilität geht von 18,6 % auf 11,1 % im Jahr.',
    ],
    [
      'GARCH needs at least 100 daily returns, the window has 78',
      'GARCH braucht mindestens 100 Tagesrenditen, der Zeitraum hat 78',
    ],
    [
      'The window has 49 daily returns; at least 60 are needed. 600519.SHG lacks a price on 50 of 100 days.',
      'Der Zeitraum hat 49 Tagesrenditen; mindestens 60 sind nötig. 600519.SHG fehlt an 50 von 100 Tagen ein Kurs.',
    ],
    [
      'No weights satisfy these limits at once: weight of ALFA >= 0.6; sum of weights = 1.0; weight of group tech <= 0.2.',
      'Keine Gewichte erfüllen diese Grenzen zugleich: Gewicht von ALFA ≥ 0,6; Summe der Gewichte = 1,0; Gewicht der Gruppe tech ≤ 0,2.',
    ],
    [
      'GOLD makes up 60.0 % of the value and 84.2 % of the risk.',
      'GOLD macht 60,0 % des Werts und 84,2 % des Risikos aus.',
    ],
  ])('%s', (english, german) => {
    expect(tell(english).text.replaceAll('\u00a0', ' ')).toBe(german);
  });
});

const contract = resolve('../analytics-worker/contract/result/examples');
type Document = {
  kind: string;
  sentences: string[];
  assumptions: string[];
  absent?: Record<string, string>;
  scenarios?: { name: string; type: string; holdings: { proxy?: string }[] }[];
  sections?: Record<string, Document>;
};
const texts = (document: Document): string[] => [
  ...document.sentences,
  ...document.assumptions,
  ...Object.values(document.absent ?? {}),
  ...(document.scenarios ?? []).flatMap(({ name, type, holdings }) => [
    ...(type === 'HISTORICAL' ? [name] : []),
    ...holdings.map(({ proxy }) => proxy ?? '').filter((proxy) => proxy.includes(' ')),
  ]),
  ...Object.values(document.sections ?? {}).flatMap(texts),
];

describe.runIf(existsSync(contract))("the worker's examples", () => {
  it.each(existsSync(contract) ? readdirSync(contract) : [])('are said in German: %s', (name) => {
    // the name of a shock is its owner's
    const own = (sentence: string) => sentence.replace(/^"[^"]*"/, '"Meiner"');
    expect(wrong(texts(read(resolve(contract, name)) as Document).map(own))).toEqual([]);
  });
});
