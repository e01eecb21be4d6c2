package io.riskwatch.portfolio.margin.intraday;

import java.time.LocalDate;

/**
 * What a margin account is held to within a day. Two regimes exist: the one for pattern day traders (FINRA Rule
 * 4210(f)(8)(B), deleted), and the intraday margin deficit (Rule 4210(d)(2), SR-FINRA-2025-017) that replaces it.
 */
public sealed interface IntradayMarginRule permits PatternDayTraderRule, IntradayDeficitRule {

    /** Which of the two a broker applies. */
    enum Regime {
        /** Counts day trades, and asks who makes many for a minimum equity. */
        PATTERN_DAY_TRADER,
        /** Compares the equity with what is required all day long. */
        INTRADAY_DEFICIT
    }

    Regime regime();

    /**
     * When the regimes change; from the order of approval, 91 FR 20731.
     *
     * @param effective the first day of the new one
     * @param phaseInEnds the last day on which a broker may still apply the old one to an account
     */
    record Change(LocalDate effective, LocalDate phaseInEnds) {

        public Change {
            if (phaseInEnds.isBefore(effective)) {
                throw new IllegalArgumentException("the phase-in ends after it begins");
            }
        }

        /** What holds on a day for an account to which its broker applies a regime while it may choose. */
        public Regime on(LocalDate day, Regime chosen) {
            if (day.isBefore(effective)) {
                return Regime.PATTERN_DAY_TRADER;
            }
            return day.isAfter(phaseInEnds) ? Regime.INTRADAY_DEFICIT : chosen;
        }
    }
}
