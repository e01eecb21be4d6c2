package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.FeeSchedule;
import io.riskwatch.portfolio.paper.order.FillModel;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code riskwatch.paper.*}: what paper trading assumes of market and broker (docs/paper-trading.md).
 *
 * @param fees what the broker takes
 * @param fills what the market makes of an order
 * @param margin what the broker lends
 * @param mostOpenOrders as many as one portfolio may have open
 */
@ConfigurationProperties("riskwatch.paper")
record PaperSettings(
        @DefaultValue Fees fees,
        @DefaultValue Fills fills,
        @DefaultValue Margin margin,
        @DefaultValue("200") int mostOpenOrders) {

    PaperSettings {
        if (mostOpenOrders < 1) {
            throw new IllegalArgumentException("mostOpenOrders must be at least 1, was " + mostOpenOrders);
        }
    }

    /** See {@link FeeSchedule}. */
    record Fees(
            @DefaultValue("0.005") BigDecimal perShare,
            @DefaultValue("0") BigDecimal fraction,
            @DefaultValue("1") BigDecimal minimum) {

        FeeSchedule schedule() {
            return new FeeSchedule(perShare, fraction, minimum);
        }
    }

    /** See {@link FillModel}. */
    record Fills(
            @DefaultValue("4") BigDecimal spreadBasisPoints,
            @DefaultValue("0.5") BigDecimal spreadShare,
            @DefaultValue("3") BigDecimal slippageBasisPoints,
            @DefaultValue("50000000") BigDecimal notionalDailyVolume,
            @DefaultValue("0.001") BigDecimal sharePerTick,
            @DefaultValue("1") long seed) {

        FillModel model() {
            return new FillModel(
                    spreadBasisPoints, spreadShare, slippageBasisPoints, notionalDailyVolume, sharePerTick, seed);
        }
    }

    /**
     * Margin beside the rates of the positions.
     *
     * @param initialRate Regulation T's 50 %
     * @param minimumEquity below which nothing is lent
     * @param warnBelow remaining margin as a fraction of the equity at which the owner is warned
     * @param liquidateAbove requirement over equity above which positions are closed
     */
    record Margin(
            @DefaultValue("0.5") BigDecimal initialRate,
            @DefaultValue("2000") BigDecimal minimumEquity,
            @DefaultValue("0.05") BigDecimal warnBelow,
            @DefaultValue("1.10") BigDecimal liquidateAbove) {

        Margin {
            if (warnBelow.signum() < 0 || warnBelow.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("warnBelow must lie in [0, 1), was " + warnBelow);
            }
            if (liquidateAbove.compareTo(BigDecimal.ONE) < 0) {
                throw new IllegalArgumentException("liquidateAbove must be at least 1, was " + liquidateAbove);
            }
        }
    }
}
