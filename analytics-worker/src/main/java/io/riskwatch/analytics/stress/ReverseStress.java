package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.scenario.StressTest;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What would lose a given part of the value: the likeliest way, and the fall of equities that would do it. Options are priced anew on
 * both; the likeliest way is that of what they are worth in their underlyings by delta.
 */
final class ReverseStress {

    private static final int MONTH = 21;
    private static final int STEPS = 64;
    private static final double NEAR = 1e-12;

    private final List<Stressed> holdings;
    private final Repriced repriced;
    private final Exposure exposure;
    private final double[] weights;
    private final double[][] covariance;

    ReverseStress(List<Stressed> holdings, Repriced repriced, Exposure exposure) {
        this.holdings = holdings;
        this.repriced = repriced;
        this.exposure = exposure;
        this.weights = exposure.weights();
        this.covariance = Covariance.sample(exposure.returns());
    }

    StressResult.Reverse of(double loss, double value, Map<String, String> absent) {
        double[] moving = inUnderlyings();
        double variance = variance(moving);
        if (!(variance > 0)) {
            throw new BadInputException("holdings", "Nothing held varies in the window: no move could lose anything.");
        }
        double[] whole = StressTest.reverse(covariance, moving, loss);
        double most = most(whole);
        OptionalDouble scale =
                repriced.options().isEmpty() ? OptionalDouble.of(1) : first(s -> loss(scaled(whole, s)), loss, most);
        double taken = scale.orElseGet(() -> greatest(s -> loss(scaled(whole, s)), most));
        List<StressResult.HoldingLoss> losses = losses(scaled(whole, taken), value);
        double reached =
                losses.stream().mapToDouble(StressResult.HoldingLoss::loss).sum();
        return new StressResult.Reverse(
                new StressResult.Loss(loss, loss * value),
                scale.isPresent() ? null : new StressResult.Loss(reached, reached * value),
                equityMove(loss, absent),
                losses.stream()
                        .max(Comparator.comparingDouble(StressResult.HoldingLoss::loss))
                        .orElseThrow()
                        .symbol(),
                taken * loss / Math.sqrt(MONTH * variance),
                Scenarios.listed(losses));
    }

    /** The weights, those of options as what they are worth in their underlyings by delta. */
    private double[] inUnderlyings() {
        double[] moving = weights.clone();
        for (int i = 0; i < moving.length; i++) {
            if (isOption(i)) {
                moving[underlying(i)] += weights[i] * option(i).elasticity();
                moving[i] = 0;
            }
        }
        return moving;
    }

    private boolean isOption(int i) {
        return repriced.isOption(holdings.get(i).symbol());
    }

    private RepricedOption option(int i) {
        return repriced.option(holdings.get(i).symbol());
    }

    private int underlying(int i) {
        return exposure.symbols().indexOf(option(i).terms().underlying());
    }

    private List<StressResult.HoldingLoss> losses(double[] shocks, double value) {
        List<StressResult.HoldingLoss> losses = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            double shock = change(i, shocks);
            double part = -weights[i] * shock;
            losses.add(new StressResult.HoldingLoss(
                    holdings.get(i).symbol(),
                    shock,
                    part,
                    part * value,
                    isOption(i) ? StressResult.Source.REPRICED : StressResult.Source.OWN_HISTORY,
                    isOption(i) ? option(i).terms().underlying() : null,
                    isOption(i) ? (Double) shocks[underlying(i)] : null));
        }
        return losses;
    }

    private double change(int i, double[] shocks) {
        return isOption(i) ? option(i).change(shocks[underlying(i)], 0, 0) : shocks[i];
    }

    private double loss(double[] shocks) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss -= weights[i] * change(i, shocks);
        }
        return loss;
    }

    private static double[] scaled(double[] shocks, double scale) {
        return Arrays.stream(shocks).map(shock -> shock * scale).toArray();
    }

    /** How far the way goes until something is worth nothing. */
    private double most(double[] shocks) {
        double deepest = Arrays.stream(shocks).min().orElseThrow();
        return deepest < 0 ? -1 / deepest : STEPS;
    }

    /** The least argument at which the loss is reached; options may keep it from ever being. */
    private static OptionalDouble first(DoubleUnaryOperator loss, double target, double most) {
        double low = 0;
        for (int k = 1; k <= STEPS; k++) {
            double high = most * k / STEPS;
            if (loss.applyAsDouble(high) >= target) {
                while (high - low > NEAR * most) {
                    double middle = (low + high) / 2;
                    if (loss.applyAsDouble(middle) >= target) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return OptionalDouble.of(high);
            }
            low = high;
        }
        return OptionalDouble.empty();
    }

    private static double greatest(DoubleUnaryOperator loss, double most) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(k -> most * k / STEPS)
                .max(Comparator.comparingDouble(loss::applyAsDouble))
                .orElseThrow();
    }

    private double variance(double[] moving) {
        double sum = 0;
        for (int i = 0; i < moving.length; i++) {
            for (int j = 0; j < moving.length; j++) {
                sum += moving[i] * moving[j] * covariance[i][j];
            }
        }
        return sum;
    }

    /** Everything moves by its beta to the equities held, options by what their underlyings do then. */
    private @Nullable Double equityMove(double loss, Map<String, String> absent) {
        int[] equities = IntStream.range(0, weights.length)
                .filter(i -> holdings.get(i).assetClass() == StressClass.EQUITY && weights[i] > 0 && !isOption(i))
                .toArray();
        double held = IntStream.of(equities).mapToDouble(i -> weights[i]).sum();
        if (held == 0) {
            absent.put("reverse.equityMove", "No equities are held.");
            return null;
        }
        double[] equity = new double[exposure.observations()];
        for (int t = 0; t < equity.length; t++) {
            for (int i : equities) {
                equity[t] += weights[i] / held * exposure.returns()[t][i];
            }
        }
        return repriced.options().isEmpty() ? byBeta(equity, loss, absent) : byRepricing(equity, loss, absent);
    }

    private @Nullable Double byBeta(double[] equity, double loss, Map<String, String> absent) {
        double[] whole = Returns.ofPortfolio(exposure.returns(), weights);
        double beta = beta(whole, equity);
        if (!(beta > 0) || loss / beta > 1) {
            absent.put(
                    "reverse.equityMove",
                    "Even a total loss of the equities would not lose so much: the value moves by " + beta
                            + " times theirs.");
            return null;
        }
        return -loss / beta;
    }

    private static double beta(double[] returns, double[] equity) {
        double variance = Covariance.between(equity, equity);
        return variance > 0 ? Covariance.between(returns, equity) / variance : 0;
    }

    private @Nullable Double byRepricing(double[] equity, double loss, Map<String, String> absent) {
        double[] betas = new double[weights.length];
        for (int i = 0; i < betas.length; i++) {
            int column = i;
            betas[i] = beta(
                    Arrays.stream(exposure.returns())
                            .mapToDouble(row -> row[column])
                            .toArray(),
                    equity);
        }
        OptionalDouble fall = first(f -> loss(scaled(betas, -f)), loss, 1);
        if (fall.isEmpty()) {
            absent.put(
                    "reverse.equityMove",
                    "No fall of the equities would lose so much, with the options priced anew on the way.");
            return null;
        }
        return -fall.getAsDouble();
    }
}
