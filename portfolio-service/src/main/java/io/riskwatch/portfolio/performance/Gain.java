package io.riskwatch.portfolio.performance;

/**
 * Everything a part of a portfolio earned in a period, in the base currency at the rates of the days.
 *
 * @param split of what units and balances gained, trading fees apart
 * @param dividends before what was withheld
 * @param interest received, or with a minus paid, before what was withheld
 * @param fees not positive
 * @param taxes not positive, what was withheld among them
 */
record Gain(GainSplit split, double dividends, double interest, double fees, double taxes) {

    static final Gain NONE = new Gain(GainSplit.NONE, 0, 0, 0, 0);

    Gain plus(Gain other) {
        return new Gain(
                split.plus(other.split),
                dividends + other.dividends,
                interest + other.interest,
                fees + other.fees,
                taxes + other.taxes);
    }

    double total() {
        return split.total() + dividends + interest + fees + taxes;
    }
}
