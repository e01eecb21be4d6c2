package io.riskwatch.portfolio.marginwatch;

/**
 * The margin rule in doubles: tells cheaply that an account is certainly still where it was. It has the benefit of the doubt only
 * outside a band around each border that is wider than everything it may be wrong by: the rounding of sums, of the order of 1e-15
 * per position against {@value #RELATIVE} here, and that of the exact rule to the currency's smallest unit. Inside the band, and
 * where it does not know the rule, the exact one is asked.
 *
 * <p>Sums over all holdings of an account rather than differences of one: at most one pass over it per account and batch of ticks,
 * and nothing that could drift.
 */
final class Screen {

    private static final double RELATIVE = 1e-9;
    private static final double LOW_PRICE = 5;
    private static final double PER_SHARE = 5;
    private static final double LOW_PRICED_PER_SHARE = 2.5;

    private final PriceColumns prices;
    private final RateColumns rates;

    private double longs;
    private double shorts;
    private double requirement;
    private double shortRequirement;
    private double credit;
    private double loan;

    Screen(PriceColumns prices, RateColumns rates) {
        this.prices = prices;
        this.rates = rates;
    }

    /** Whether the exact rule would certainly find the state the account has. Of an account with no price that is stale. */
    boolean certainlyStays(WatchedAccount account) {
        if (account.onlyExact) {
            return false;
        }
        double base = prices.dollars(account.currency);
        addPositions(account, base);
        addCash(account, base);
        boolean soldShort = shorts > 0 || shortRequirement > 0;
        double collateral = soldShort ? longs - shorts + credit : longs;
        double size = longs + shorts + requirement + credit + loan;
        double band = RELATIVE * size + account.bounds.smallestUnit();
        double equity = collateral - loan;
        Bounds at = account.bounds;
        // each comparison is false when something is not a number
        return switch (account.state) {
            case OK -> below(at.watch(), equity, band);
            case WATCH -> below(at.warning(), equity, band) && above(at.backFromWatch(), equity, band);
            case WARNING -> below(1, equity, band) && above(at.backFromWarning(), equity, band);
            case CALL -> requirement - band > equity + band;
            case STALE -> false;
        };
    }

    private boolean below(double utilization, double equity, double band) {
        return equity > band && requirement + band < utilization * (equity - band);
    }

    private boolean above(double utilization, double equity, double band) {
        return requirement - band > utilization * (equity + band);
    }

    private void addPositions(WatchedAccount account, double base) {
        longs = 0;
        shorts = 0;
        requirement = 0;
        shortRequirement = 0;
        double dollar = Double.isNaN(base) ? 1 : 1 / base;
        int[] symbols = account.symbols;
        for (int place = 0; place < symbols.length; place++) {
            int symbol = symbols[place];
            int from = prices.currencyOf(symbol);
            double price = prices.price(symbol);
            double unit = from == account.currency ? price : price * prices.dollars(from) / base;
            double quantity = account.quantities.nearest(place);
            int rate = account.rates[place];
            if (quantity < 0) {
                addShort(-quantity, unit, dollar, rates.ofShorts(rate));
            } else if (rates.marginable(rate)) {
                longs += quantity * unit;
                requirement += rates.ofLongs(rate) * quantity * unit;
            }
        }
    }

    private void addShort(double quantity, double unit, double dollar, double rate) {
        boolean low = unit < LOW_PRICE * dollar;
        double byValue = (low ? Math.max(1, rate) : rate) * unit;
        double byShare = (low ? LOW_PRICED_PER_SHARE : PER_SHARE) * dollar;
        double required = quantity * Math.max(byValue, byShare);
        shorts += quantity * unit;
        shortRequirement += required;
        requirement += required;
    }

    private void addCash(WatchedAccount account, double base) {
        credit = 0;
        loan = account.setLoan == null ? 0 : account.setLoan.doubleValue();
        for (int place = 0; place < account.cashCurrencies.length; place++) {
            int from = account.cashCurrencies[place];
            double amount = account.cash.nearest(place);
            double value = from == account.currency ? amount : amount * prices.dollars(from) / base;
            if (value >= 0) {
                credit += value;
            } else if (account.setLoan == null) {
                loan -= value;
            }
        }
    }
}
