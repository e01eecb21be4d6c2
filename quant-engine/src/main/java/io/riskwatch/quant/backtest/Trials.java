package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of everything that was tried, in the order of the variants: which was best, and what chance alone would have made
 * look best.
 *
 * <p>The best of many is lucky by selection. Feed the number of trials and the variance of their ratios to the deflated Sharpe ratio
 * ({@code SharpeSignificance.deflated}), and the returns of some variants to {@link OverfittingProbability}.
 */
public final class Trials {
    private final @Nullable SweepOutcome[] outcomes;
    private final @Nullable String[] reasons;

    Trials(int size) {
        this.outcomes = new SweepOutcome[size];
        this.reasons = new String[size];
    }

    void succeed(int variant, SweepOutcome outcome) {
        outcomes[variant] = outcome;
    }

    void fail(int variant, String reason) {
        reasons[variant] = reason;
    }

    /** Number of variants. */
    public int size() {
        return outcomes.length;
    }

    /** The outcome of a variant; undefined, with the reason, where it has none: one variant's ruin does not end the sweep. */
    public SweepOutcome outcome(int variant) {
        Arguments.within("variant", variant, 0, outcomes.length - 1);
        SweepOutcome outcome = outcomes[variant];
        if (outcome == null) {
            throw new UndefinedMeasureException(String.valueOf(reasons[variant]));
        }
        return outcome;
    }

    /** Why a variant has no outcome; empty if it has one. */
    public Optional<String> failure(int variant) {
        Arguments.within("variant", variant, 0, outcomes.length - 1);
        return Optional.ofNullable(reasons[variant]);
    }

    /** The variants that have a Sharpe ratio, ascending: neither ruined nor without a trade. */
    public int[] judged() {
        return IntStream.range(0, outcomes.length).filter(this::hasRatio).toArray();
    }

    private boolean hasRatio(int variant) {
        SweepOutcome outcome = outcomes[variant];
        return outcome != null && outcome.volatility() > 0;
    }

    /** The Sharpe ratios per period of {@link #judged()}, in its order. */
    public double[] sharpeRatios(double riskFreePerPeriod) {
        Arguments.finite("riskFreePerPeriod", riskFreePerPeriod);
        return IntStream.of(judged())
                .mapToDouble(i -> outcome(i).sharpeRatio(riskFreePerPeriod))
                .toArray();
    }

    /** The variant with the greatest Sharpe ratio, the first of equals; undefined where none has a ratio. */
    public int best(double riskFreePerPeriod) {
        double[] ratios = sharpeRatios(riskFreePerPeriod);
        if (ratios.length == 0) {
            throw new UndefinedMeasureException("best variant has no value: no variant has a Sharpe ratio");
        }
        return judged()[Candidates.best(ratios)];
    }

    /**
     * Variance of the Sharpe ratios per period over {@link #judged()}, divisor n - 1: what the deflated Sharpe ratio needs beside
     * their number. Needs two.
     */
    public double varianceOfSharpeRatios(double riskFreePerPeriod) {
        return Moments.of(sharpeRatios(riskFreePerPeriod)).variance();
    }
}
