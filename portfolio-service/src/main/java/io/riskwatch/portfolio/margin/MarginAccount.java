package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a margin account holds and owes, in its currency.
 *
 * @param loan what is borrowed, at least 0: the sum of the negative cash balances, or what was set
 * @param credit the sum of the positive cash balances, at least 0. It counts only when something is sold short: it is what
 *     that is bought back with
 */
public record MarginAccount(List<MarginPosition> positions, BigDecimal loan, BigDecimal credit) {

    public MarginAccount {
        positions = List.copyOf(positions);
        if (loan.signum() < 0 || credit.signum() < 0) {
            throw new IllegalArgumentException("loan and credit are at least 0, were " + loan + " and " + credit);
        }
    }

    /** An account without cash. */
    public static MarginAccount of(List<MarginPosition> positions, BigDecimal loan) {
        return new MarginAccount(positions, loan, BigDecimal.ZERO);
    }
}
