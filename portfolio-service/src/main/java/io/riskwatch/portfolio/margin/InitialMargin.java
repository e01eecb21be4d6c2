package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What may still be borrowed, by the initial rates. Whether an account is called is no matter of these: that is decided by
 * the maintenance rates at every price ({@link MarginCalculator}); these hold at the price of a trade, when it is made.
 *
 * <p>Golden case: 24,000 of stock and a loan of 10,000 are 14,000 of one's own; 12,000 are required, 2,000 are free and buy
 * 4,000 more at 50 %.
 *
 * <p>Source: Regulation T, 12 CFR 220.4(c) and 220.12; FINRA Rule 4210(b) for the minimum equity.
 *
 * @param requirement what opening today's positions would require at today's prices, rounded up
 * @param excess equity and cash above it, at least 0: what may be withdrawn or spent as margin of new positions
 * @param buyingPower what the excess buys at the standard initial rate; nothing below the minimum equity or in a call
 * @param belowMinimumEquity whether too little is owned to borrow at all
 */
public record InitialMargin(
        BigDecimal requirement, BigDecimal excess, BigDecimal buyingPower, boolean belowMinimumEquity) {

    /** Of an account in which a dollar of the account's currency is worth one. */
    public static InitialMargin of(MarginAccount account, MarginRules rules) {
        return of(account, rules, BigDecimal.ONE);
    }

    /**
     * Of an account.
     *
     * @param dollar what a dollar is worth in its currency: the minimum equity is in dollars
     */
    public static InitialMargin of(MarginAccount account, MarginRules rules, BigDecimal dollar) {
        var now = Collateral.of(account, rules);
        var requirement = now.rounded(
                account.positions().stream().map(InitialMargin::ofPosition).reduce(BigDecimal.ZERO, BigDecimal::add),
                RoundingMode.UP);
        var own = now.equity().add(now.cashKeptApart());
        var below = own.compareTo(rules.minimumEquity().multiply(dollar)) < 0;
        var excess = now.rounded(own.subtract(requirement).max(BigDecimal.ZERO), RoundingMode.DOWN);
        var power = below || now.called()
                ? now.rounded(now.cashKeptApart(), RoundingMode.DOWN)
                : excess.divide(MarginRates.STANDARD.initialLong(), rules.minorUnits(), RoundingMode.DOWN);
        return new InitialMargin(requirement, excess, power, below);
    }

    /** What opening a position requires, at the price of its trade, unrounded: the whole price of what is not marginable. */
    public static BigDecimal ofTrade(MarginPosition trade) {
        return trade.isShort() || (trade.rates().marginable() && trade.option() == null)
                ? ofPosition(trade)
                : trade.value();
    }

    /** What is paid in full counts in no sum. */
    private static BigDecimal ofPosition(MarginPosition position) {
        if (position.isShort()) {
            return position.option() == null
                    ? position.rates()
                            .initialShort()
                            .multiply(position.value().abs())
                            .max(Requirements.of(position).amount())
                    : Requirements.of(position).amount();
        }
        return position.rates().marginable() && position.option() == null
                ? position.rates().initialLong().multiply(position.value())
                : BigDecimal.ZERO;
    }
}
