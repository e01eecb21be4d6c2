package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.AllocationWalk;
import io.riskwatch.quant.kernel.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which of many allocations and rebalancing rules would have been best on the same assets.
 *
 * <p>Each variant is what {@link AllocationBacktest} answers on total returns, to 1e-12; a variant so near its band that rounding
 * could decide is computed by it. The same bytes on any number of threads. Cost: variants x periods x assets.
 *
 * <p>The best of many is lucky by selection: see {@link Trials}.
 */
public final class AllocationSweep {
    private final List<Variant> variants;
    private final Trials trials;
    private final double[] turnover;

    /**
     * What is held, and when it is brought back.
     *
     * @param target weights, not negative, summing to 1
     */
    public record Variant(List<Double> target, RebalancingRule rule) {
        public Variant {
            target = List.copyOf(target);
            AllocationBacktest.requireWeights(weights(target));
        }

        double[] weights() {
            return weights(target);
        }

        private static double[] weights(List<Double> target) {
            return target.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** What all variants share: returns as {@code double[periods][assets]}, costs of every trade, whether the first one has any. */
    @SuppressWarnings("ArrayRecordComponent") // an argument bundle, never compared
    private record Setting(double[][] returns, double costRate, AllocationBacktest.Entry entry) {}

    private AllocationSweep(List<Variant> variants) {
        this.variants = variants;
        this.trials = new Trials(variants.size());
        this.turnover = new double[variants.size()];
    }

    /** Runs the variants in the calling thread. */
    public static AllocationSweep run(
            double[][] returns, List<Variant> variants, double costRate, AllocationBacktest.Entry entry) {
        return run(returns, variants, costRate, entry, 1);
    }

    /**
     * Runs the variants.
     *
     * @param returns simple total returns, {@code double[periods][assets]}, at least 2 periods, none below -1
     * @param variants at least one, each with a target for every asset
     * @param costRate share of the traded value, in [0, 1)
     * @param threads that share the work, at least 1
     */
    public static AllocationSweep run(
            double[][] returns, List<Variant> variants, double costRate, AllocationBacktest.Entry entry, int threads) {
        Arguments.matrix("returns", returns, 2);
        for (int t = 0; t < returns.length; t++) {
            Arguments.simpleReturns("returns[" + t + "]", returns[t], 1);
        }
        Arguments.atLeast("variants", variants.size(), 1);
        for (int k = 0; k < variants.size(); k++) {
            Arguments.sameLength(
                    "returns[0]",
                    returns[0].length,
                    "variants[" + k + "].target",
                    variants.get(k).target().size());
        }
        if (!(costRate >= 0 && costRate < 1)) {
            throw new IllegalArgumentException("costRate must lie in [0, 1), was " + costRate);
        }
        Arguments.atLeast("threads", threads, 1);
        AllocationSweep sweep = new AllocationSweep(List.copyOf(variants));
        sweep.walk(new Setting(returns, costRate, entry), threads);
        return sweep;
    }

    private void walk(Setting setting, int threads) {
        double[] growths = Arrays.stream(setting.returns())
                .flatMapToDouble(Arrays::stream)
                .map(earned -> 1 + earned)
                .toArray();
        // bands cost more to watch: those that have one walk together
        int[] order = IntStream.range(0, variants.size())
                .boxed()
                .sorted((a, b) -> Boolean.compare(hasBand(a), hasBand(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int lanes = AllocationWalk.lanes();
        IntConsumer group = block -> {
            int[] members = Arrays.copyOfRange(order, block * lanes, Math.min(order.length, (block + 1) * lanes));
            AllocationWalk walk = AllocationWalk.through(sideBySide(members, lanes, growths, setting));
            for (int lane = 0; lane < members.length; lane++) {
                record(members[lane], lane, walk, setting);
            }
        };
        Blocks.run((order.length + lanes - 1) / lanes, threads, () -> group, Blocks.Watch.NONE);
    }

    private boolean hasBand(int variant) {
        return variants.get(variant).rule() instanceof RebalancingRule.Band;
    }

    /** The variants lane by lane; lanes that are left over repeat the last one. */
    private AllocationWalk.Variants sideBySide(int[] members, int lanes, double[] growths, Setting setting) {
        int assets = setting.returns()[0].length;
        double[] targets = new double[assets * lanes];
        double[] every = new double[lanes];
        double[] tolerances = new double[lanes];
        double[] shifts = new double[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            int variant = members[Math.min(lane, members.length - 1)];
            double[] weights = variants.get(variant).weights();
            for (int i = 0; i < assets; i++) {
                targets[i * lanes + lane] = weights[i];
            }
            every[lane] = variants.get(variant).rule() instanceof RebalancingRule.Every(int periods)
                    ? periods
                    : Double.POSITIVE_INFINITY;
            tolerances[lane] = variants.get(variant).rule() instanceof RebalancingRule.Band(double tolerance)
                    ? tolerance
                    : Double.POSITIVE_INFINITY;
            shifts[lane] = shift(variant, setting);
        }
        boolean entryCosts = setting.entry() == AllocationBacktest.Entry.AT_COST;
        return new AllocationWalk.Variants(growths, targets, every, tolerances, shifts, setting.costRate(), entryCosts);
    }

    /** The first period's return before costs: near enough to the mean for sums of squared deviations. */
    private double shift(int variant, Setting setting) {
        double[] weights = variants.get(variant).weights();
        double growth = 0;
        for (int i = 0; i < weights.length; i++) {
            growth += weights[i] * (1 + setting.returns()[0][i]);
        }
        return growth - 1;
    }

    private void record(int variant, int lane, AllocationWalk walk, Setting setting) {
        if (walk.isDoubtful(lane)) {
            recordPlain(variant, setting);
        } else {
            turnover[variant] = walk.turnover(lane);
            trials.succeed(
                    variant,
                    SweepOutcome.of(
                            walk.wealth(lane),
                            setting.returns().length,
                            shift(variant, setting),
                            walk.sum(lane),
                            walk.sumOfSquares(lane),
                            walk.leastOfPeak(lane)));
        }
    }

    private void recordPlain(int variant, Setting setting) {
        try {
            AllocationBacktest plain = replay(variant, setting.returns(), setting.costRate(), setting.entry());
            turnover[variant] = Arrays.stream(plain.turnover()).sum();
            trials.succeed(variant, outcome(plain.returns(), shift(variant, setting)));
        } catch (UndefinedMeasureException ruined) {
            trials.fail(variant, String.valueOf(ruined.getMessage()));
        }
    }

    private static SweepOutcome outcome(double[] returns, double shift) {
        double wealth = 1;
        double peak = 1;
        double least = 1;
        double sum = 0;
        double squares = 0;
        for (double earned : returns) {
            wealth *= 1 + earned;
            peak = Math.max(peak, wealth);
            least = Math.min(least, wealth / peak);
            sum += earned - shift;
            squares += (earned - shift) * (earned - shift);
        }
        return SweepOutcome.of(wealth, returns.length, shift, sum, squares, least);
    }

    private AllocationBacktest replay(
            int variant, double[][] returns, double costRate, AllocationBacktest.Entry entry) {
        Variant one = variants.get(variant);
        return AllocationBacktest.run(returns, one.weights(), one.rule(), costRate, entry);
    }

    /** The variants, as they were given. */
    public List<Variant> variants() {
        return variants;
    }

    /** What each variant earned. */
    public Trials trials() {
        return trials;
    }

    /** Sum of the variant's turnovers, as shares of the capital of their time; undefined where it was ruined. */
    public double turnover(int variant) {
        trials.outcome(variant);
        return turnover[variant];
    }
}
