package io.riskwatch.portfolio.paper.order;

import static java.util.Objects.requireNonNull;

import io.riskwatch.portfolio.paper.order.TradingAccount.Holding;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the broker asks for.
 *
 * @param initialRate equity per value when a position is opened, long or short, of what nothing else is said of; Regulation T: 0.5,
 *     which with the proceeds of a short sale makes 150 %
 * @param minimumEquity below this nothing is lent, neither money nor securities; FINRA rule 4210: 2,000
 */
public record MarginTerms(BigDecimal initialRate, BigDecimal minimumEquity, Rates rates) {

    /** What positions take of the equity. */
    @FunctionalInterface
    public interface Rates {

        /**
         * Of all positions of an account, for how large one is among them may matter; by symbol, in the account's currency.
         *
         * @param holdings by symbol; the quantity is negative of what is sold short
         */
        Map<String, Requirement> of(Map<String, Holding> holdings);
    }

    /**
     * What a position takes of the equity, in the account's currency, not negative.
     *
     * @param opening when it is opened
     * @param maintenance of holding on to it
     * @param addOn the part of the maintenance that is due to its size among the others
     * @param house whether the organisation set its rates itself
     */
    public record Requirement(BigDecimal opening, BigDecimal maintenance, BigDecimal addOn, boolean house) {

        /** A position that is opened at the price it has takes at once what holding on to it does, where that is more. */
        BigDecimal initial() {
            return opening.max(maintenance);
        }

        /** Whatever its size among the others. */
        BigDecimal initialAlone() {
            return opening.max(maintenance.subtract(addOn));
        }
    }

    public MarginTerms {
        if (initialRate.signum() <= 0 || initialRate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("initialRate must lie in (0, 1], was " + initialRate);
        }
    }

    /** Of a position that is the only one. */
    Requirement of(String symbol, Holding holding) {
        return requireNonNull(rates.of(Map.of(symbol, holding)).get(symbol), symbol);
    }
}
