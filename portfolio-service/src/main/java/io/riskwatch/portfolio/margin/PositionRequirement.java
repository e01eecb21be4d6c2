package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;

/**
 * What a position requires, and by which rule.
 *
 * @param value in the account's currency, negative of what is sold short
 * @param rate the requirement over the absolute value, concentration included; 0 of what is worth nothing
 * @param amount unrounded
 * @param addOn the part of the rate that is due to concentration
 */
public record PositionRequirement(
        String symbol, BigDecimal value, BigDecimal rate, BigDecimal amount, BigDecimal addOn, Basis basis) {

    /** The rule a requirement comes from. */
    public enum Basis {
        /** A share of what is owned. */
        LONG,
        /** Nothing is lent against it: it is paid for in full, and counts neither as collateral nor in the requirement. */
        PAID_IN_FULL,
        /** A share of what is sold short. */
        SHORT,
        /** 5 dollars a share, more than the share of the value. */
        SHORT_PER_SHARE,
        /** All of it, because a share costs less than 5 dollars. */
        SHORT_LOW_PRICED,
        /** 2.50 dollars a share, more than the share costs. */
        SHORT_LOW_PRICED_PER_SHARE,
        /** A written option: a share of the underlying less what it is out of the money. */
        NAKED_OPTION,
        /** A written option far out of the money: the least share of the underlying or of the strike. */
        NAKED_OPTION_FLOOR,
        /** A written option of which the underlying's price is not known: its own value once more, and perhaps more. */
        NAKED_OPTION_UNKNOWN
    }

    /** Whether it belongs to the account's requirement. */
    public boolean counted() {
        return basis != Basis.PAID_IN_FULL;
    }
}
