package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An account in sums, all at least 0 and unrounded, and what becomes of them when money or securities move.
 *
 * @param longs value of what is owned and lent against
 * @param longRequirement of it
 * @param paid value of what is owned and not lent against
 * @param shorts what buying back costs
 * @param shortRequirement on top of it
 */
record Collateral(
        BigDecimal longs,
        BigDecimal longRequirement,
        BigDecimal paid,
        BigDecimal shorts,
        BigDecimal shortRequirement,
        BigDecimal loan,
        BigDecimal credit,
        MarginRules rules) {

    static Collateral of(MarginAccount account, MarginRules rules) {
        var longs = BigDecimal.ZERO;
        var longRequirement = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        var shorts = BigDecimal.ZERO;
        var shortRequirement = BigDecimal.ZERO;
        for (var requirement : Requirements.of(account.positions(), rules)) {
            if (!requirement.counted()) {
                paid = paid.add(requirement.value());
            } else if (requirement.value().signum() < 0 || isSoldShort(requirement)) {
                shorts = shorts.subtract(requirement.value());
                shortRequirement = shortRequirement.add(requirement.amount());
            } else {
                longs = longs.add(requirement.value());
                longRequirement = longRequirement.add(requirement.amount());
            }
        }
        return new Collateral(
                longs, longRequirement, paid, shorts, shortRequirement, account.loan(), account.credit(), rules);
    }

    /** Sold short and worth nothing now. */
    private static boolean isSoldShort(PositionRequirement requirement) {
        return requirement.basis() != PositionRequirement.Basis.LONG;
    }

    /**
     * What stands for the loan. Cash is kept apart as long as nothing is sold short; what is owed in securities is deducted,
     * and then the cash counts that they are bought back with.
     */
    BigDecimal portfolioValue() {
        return owesSecurities() ? longs.subtract(shorts).add(credit) : longs;
    }

    /** What is not in the portfolio value although it is owned. */
    BigDecimal cashKeptApart() {
        return owesSecurities() ? BigDecimal.ZERO : credit;
    }

    /** Rounded up, but whoever owes nothing is not called for a fraction of a cent. */
    BigDecimal requirement() {
        var up = rounded(longRequirement.add(shortRequirement), RoundingMode.UP);
        return owesNothing() ? up.min(equity()) : up;
    }

    private boolean owesNothing() {
        return loan.signum() == 0 && !owesSecurities();
    }

    private boolean owesSecurities() {
        return shorts.signum() > 0 || shortRequirement.signum() > 0;
    }

    BigDecimal equity() {
        return rounded(portfolioValue().subtract(loan), RoundingMode.HALF_EVEN);
    }

    /** Above 0 exactly when there is a call: both sides are rounded first, then compared. */
    BigDecimal shortfall() {
        return requirement().subtract(equity()).max(rounded(BigDecimal.ZERO, RoundingMode.UNNECESSARY));
    }

    boolean called() {
        return shortfall().signum() > 0;
    }

    /** What is owed when everything is sold and bought back. */
    BigDecimal debtAtTheEnd() {
        return loan.add(shorts).subtract(longs).subtract(paid).subtract(credit).max(BigDecimal.ZERO);
    }

    /** Repays the loan first. */
    Collateral deposit(BigDecimal money) {
        var repaid = money.min(loan);
        return with(longs, longRequirement, paid, loan.subtract(repaid), credit.add(money.subtract(repaid)));
    }

    Collateral add(BigDecimal securities, BigDecimal rate) {
        return with(longs.add(securities), longRequirement.add(rate.multiply(securities)), paid, loan, credit);
    }

    /** Sells what is not lent against first, for each unit of it frees a whole one; then of everything else the same share. */
    Collateral sell(BigDecimal amount) {
        var free = amount.min(paid);
        var rest = amount.subtract(free).min(longs);
        return with(
                        longs.subtract(rest),
                        part(longRequirement, longs.subtract(rest), longs),
                        paid.subtract(free),
                        loan,
                        credit)
                .deposit(free.add(rest));
    }

    /** Buys back the same share of everything sold short, with cash, or on credit when there is none; no cash is left beside a loan. */
    Collateral buyBack(BigDecimal amount) {
        var bought = amount.min(shorts);
        var inCash = bought.min(credit);
        return new Collateral(
                        longs,
                        longRequirement,
                        paid,
                        shorts.subtract(bought),
                        part(shortRequirement, shorts.subtract(bought), shorts),
                        loan.add(bought.subtract(inCash)),
                        BigDecimal.ZERO,
                        rules)
                .deposit(credit.subtract(inCash));
    }

    /** The share left/all of an amount; multiplied before it is divided, so that a whole stays exact. */
    static BigDecimal part(BigDecimal amount, BigDecimal left, BigDecimal all) {
        return all.signum() == 0 ? amount : amount.multiply(left).divide(all, MathContext.DECIMAL128);
    }

    BigDecimal rounded(BigDecimal amount, RoundingMode mode) {
        return amount.setScale(rules.minorUnits(), mode);
    }

    private Collateral with(
            BigDecimal newLongs,
            BigDecimal newRequirement,
            BigDecimal newPaid,
            BigDecimal newLoan,
            BigDecimal newCredit) {
        return new Collateral(newLongs, newRequirement, newPaid, shorts, shortRequirement, newLoan, newCredit, rules);
    }
}
