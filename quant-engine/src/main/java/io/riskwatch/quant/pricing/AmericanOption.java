package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.LinearRegression;
import io.riskwatch.quant.stat.Moments;
import java.util.stream.IntStream;

/**
 * An option that may be exercised on any day, under geometric Brownian motion.
 *
 * <p>{@link #onTree} is the reference: a binomial tree whose last step is Black and Scholes (Broadie and Detemple's BBS) with
 * Richardson extrapolation over n and n / 2 steps, error about 1 / n. {@link #byRegression} is Longstaff and Schwartz's Monte
 * Carlo, biased low because its exercise rule is only nearly the best.
 *
 * <p>Sources: J. Cox, S. Ross and M. Rubinstein (1979); M. Broadie and J. Detemple (1996); F. Longstaff and E. Schwartz,
 * "Valuing American options by simulation" (2001).
 *
 * @param european the same contract without early exercise
 * @param volatility per year, greater than 0
 */
public record AmericanOption(EuropeanOption european, double volatility) {
    public AmericanOption {
        Arguments.positive("volatility", volatility);
    }

    /** A price with the standard error of its simulation. */
    public record Simulated(double price, double standardError) {}

    /**
     * The price by the extrapolated tree; cost O(steps^2).
     *
     * @param steps at least 20; 1000 gives about four digits
     */
    public double onTree(int steps) {
        Arguments.atLeast("steps", steps, 20);
        int half = steps / 2;
        return (steps * tree(steps, 1) - half * tree(half, 1)) / (steps - half);
    }

    /**
     * The price when exercise is possible now and on evenly spaced dates only (a Bermudan option), by the extrapolated tree.
     *
     * @param exerciseDates at least 1, the last being the end
     * @param stepsPerDate even, at least 4
     */
    public double onTree(int exerciseDates, int stepsPerDate) {
        Arguments.atLeast("exerciseDates", exerciseDates, 1);
        Arguments.atLeast("stepsPerDate", stepsPerDate, 4);
        if (stepsPerDate % 2 != 0) {
            throw new IllegalArgumentException("stepsPerDate must be even, was " + stepsPerDate);
        }
        return 2 * tree(exerciseDates * stepsPerDate, stepsPerDate)
                - tree(exerciseDates * (stepsPerDate / 2), stepsPerDate / 2);
    }

    private double tree(int steps, int every) {
        double dt = european.years() / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double growth = Math.exp((european.rate() - european.dividendYield()) * dt);
        double probability = (growth - 1 / up) / (up - 1 / up);
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("steps must be larger: with " + steps
                    + " the drift of one step exceeds the volatility of one step");
        }
        double discount = Math.exp(-european.rate() * dt);
        double[] value = new double[steps];
        for (int i = 0; i < steps; i++) {
            double spot = spotAt(up, 2 * i - (steps - 1));
            double held = new EuropeanOption(
                            european.kind(), spot, european.strike(), european.rate(), european.dividendYield(), dt)
                    .price(volatility);
            value[i] = every == 1 ? Math.max(held, exercise(spot)) : held;
        }
        for (int step = steps - 2; step >= 0; step--) {
            for (int i = 0; i <= step; i++) {
                double held = discount * (probability * value[i + 1] + (1 - probability) * value[i]);
                value[i] = step % every == 0 ? Math.max(held, exercise(spotAt(up, 2 * i - step))) : held;
            }
        }
        return value[0];
    }

    private double spotAt(double up, int moves) {
        return european.spot() * Math.pow(up, moves);
    }

    private double exercise(double spot) {
        return european.kind().payoff(spot, european.strike());
    }

    /**
     * The price by least-squares Monte Carlo with antithetic paths and the basis 1, x, x^2, x^3 of the standardised moneyness.
     *
     * <p>Path pair k draws from its own stream, so the answer depends on the seed alone.
     *
     * @param paths even, at least 100
     * @param exerciseDates evenly spaced dates of exercise, at least 1
     */
    public Simulated byRegression(int paths, int exerciseDates, long seed) {
        Arguments.atLeast("paths", paths, 100);
        Arguments.atLeast("exerciseDates", exerciseDates, 1);
        if (paths % 2 != 0) {
            throw new IllegalArgumentException("paths must be even (antithetic pairs), was " + paths);
        }
        double dt = european.years() / exerciseDates;
        double discount = Math.exp(-european.rate() * dt);
        double[][] spots = simulate(paths, exerciseDates, dt, seed);
        double[] cash = new double[paths];
        for (int p = 0; p < paths; p++) {
            cash[p] = exercise(spots[exerciseDates - 1][p]);
        }
        for (int date = exerciseDates - 2; date >= 0; date--) {
            for (int p = 0; p < paths; p++) {
                cash[p] *= discount;
            }
            exerciseWhereBetter(spots[date], cash);
        }
        double[] pairs = new double[paths / 2];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = 0.5 * discount * (cash[2 * k] + cash[2 * k + 1]);
        }
        Moments moments = Moments.of(pairs);
        double now = exercise(european.spot());
        double error = moments.standardDeviation() / Math.sqrt(pairs.length);
        return moments.mean() >= now ? new Simulated(moments.mean(), error) : new Simulated(now, 0);
    }

    private double[][] simulate(int paths, int dates, double dt, long seed) {
        double drift = (european.rate() - european.dividendYield() - 0.5 * volatility * volatility) * dt;
        double diffusion = volatility * Math.sqrt(dt);
        double[][] spots = new double[dates][paths];
        for (int pair = 0; pair < paths / 2; pair++) {
            Philox4x32 random = new Philox4x32(seed, pair);
            double plus = Math.log(european.spot());
            double minus = plus;
            for (int date = 0; date < dates; date++) {
                double shock = diffusion * Variates.normal(random);
                plus += drift + shock;
                minus += drift - shock;
                spots[date][2 * pair] = Math.exp(plus);
                spots[date][2 * pair + 1] = Math.exp(minus);
            }
        }
        return spots;
    }

    private void exerciseWhereBetter(double[] spots, double[] cash) {
        int[] inTheMoney = IntStream.range(0, spots.length)
                .filter(p -> exercise(spots[p]) > 0)
                .toArray();
        if (inTheMoney.length < 10) {
            return;
        }
        double[] held = held(spots, cash, inTheMoney);
        for (int k = 0; k < held.length; k++) {
            int p = inTheMoney[k];
            if (exercise(spots[p]) > held[k]) {
                cash[p] = exercise(spots[p]);
            }
        }
    }

    /** What these paths are expected to pay later if they are not exercised now. */
    private double[] held(double[] spots, double[] cash, int[] paths) {
        double[] later = IntStream.of(paths).mapToDouble(p -> cash[p]).toArray();
        double[] moneyness = IntStream.of(paths)
                .mapToDouble(p -> spots[p] / european.strike())
                .toArray();
        Moments spread = Moments.of(moneyness);
        if (spread.standardDeviation() < 1e-10) {
            double mean = Moments.of(later).mean();
            return IntStream.of(paths).mapToDouble(p -> mean).toArray();
        }
        double[][] basis = new double[paths.length][];
        for (int k = 0; k < basis.length; k++) {
            // centred and scaled, so that the powers are told apart however little the paths differ
            double x = (moneyness[k] - spread.mean()) / spread.standardDeviation();
            basis[k] = new double[] {x, x * x, x * x * x};
        }
        double[] b = LinearRegression.of(later, basis).coefficients();
        double[] held = new double[paths.length];
        for (int k = 0; k < held.length; k++) {
            held[k] = b[0] + b[1] * basis[k][0] + b[2] * basis[k][1] + b[3] * basis[k][2];
        }
        return held;
    }
}
