package io.riskwatch.quant.optimization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The walk along the frontier: which assets are free, and at which lambda the next one changes its state.
 *
 * <p>With free assets F, w_F(lambda) = g + lambda h; the gradient d_i = (Sw)_i - lambda mu_i - nu is zero on F, at least zero at
 * lower and at most zero at upper bounds. With nothing free, nu may lie anywhere between the upper bounds' and the lower
 * bounds' (Sw)_i - lambda mu_i, until the two meet and a pair becomes free.
 */
final class CriticalLineWalk {
    private enum State {
        LOWER,
        FREE,
        UPPER
    }

    /** What happens next as lambda falls. */
    private record Event(double lambda, int asset, State to, int second) {}

    private final double[] mu;
    private final double[][] covariance;
    private final double[] lower;
    private final double[] upper;
    private final int n;
    private final State[] state;
    private final double[] weights;

    CriticalLineWalk(double[] expectedReturns, double[][] covariance, PortfolioConstraints constraints) {
        this.n = expectedReturns.length;
        this.mu = distinct(expectedReturns);
        this.covariance = covariance;
        this.lower = constraints.lower();
        this.upper = constraints.upper();
        this.state = new State[n];
        this.weights = lower.clone();
    }

    private static double[] distinct(double[] expectedReturns) {
        double range = IntStream.range(0, expectedReturns.length)
                .mapToDouble(i -> Math.abs(expectedReturns[i]))
                .max()
                .orElse(0);
        double[] mu = expectedReturns.clone();
        for (int i = 0; i < mu.length; i++) {
            for (int j = 0; j < i; j++) {
                if (expectedReturns[i] == expectedReturns[j]) {
                    mu[i] = expectedReturns[i] - 1e-12 * (range == 0 ? 1 : range) * (i + 1);
                }
            }
        }
        return mu;
    }

    List<CriticalLine.TurningPoint> run() {
        start();
        List<CriticalLine.TurningPoint> points = new ArrayList<>();
        double lambda = Double.POSITIVE_INFINITY;
        int most = 100 * n + 1000;
        while (points.size() < most) {
            Line line = line();
            Event next = next(line, lambda);
            lambda = Math.max(0, next.lambda);
            line.move(lambda);
            points.add(new CriticalLine.TurningPoint(lambda, weights.clone()));
            if (next.lambda <= 0) {
                return points;
            }
            apply(next);
        }
        throw CriticalLine.tooManySteps(most);
    }

    /** The portfolio of greatest return: best assets at their upper bounds, one in between. */
    private void start() {
        double rest = 1 - IntStream.range(0, n).mapToDouble(i -> lower[i]).sum();
        int[] byReturn = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -mu[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : byReturn) {
            double room = upper[i] - lower[i];
            double taken = Math.clamp(rest, 0, room);
            weights[i] = lower[i] + taken;
            rest -= taken;
            boolean full = taken >= room - 1e-14;
            state[i] = room > 0 && full ? State.UPPER : taken <= 1e-14 ? State.LOWER : State.FREE;
            if (state[i] == State.UPPER) {
                weights[i] = upper[i];
            }
        }
    }

    private void apply(Event event) {
        state[event.asset] = event.to;
        if (event.to == State.LOWER) {
            weights[event.asset] = lower[event.asset];
        } else if (event.to == State.UPPER) {
            weights[event.asset] = upper[event.asset];
        } else if (event.second >= 0) {
            state[event.second] = State.FREE;
        }
        int[] free = IntStream.range(0, n).filter(i -> state[i] == State.FREE).toArray();
        if (free.length == 1 && isAtBound(free[0])) {
            // the budget leaves the last free asset no freedom, and it stands on a bound: a kink
            state[free[0]] =
                    weights[free[0]] - lower[free[0]] < upper[free[0]] - weights[free[0]] ? State.LOWER : State.UPPER;
        }
    }

    private boolean isAtBound(int i) {
        double tolerance = 1e-11 * Math.max(1, upper[i] - lower[i]);
        return weights[i] - lower[i] < tolerance || upper[i] - weights[i] < tolerance;
    }

    private Line line() {
        return new Line(
                IntStream.range(0, n).filter(i -> state[i] == State.FREE).toArray());
    }

    private Event next(Line line, double current) {
        Event best = new Event(0, -1, State.FREE, -1);
        for (int k = 0; k < line.free.length; k++) {
            double h = line.h[k];
            int i = line.free[k];
            if (line.free.length > 1 && h != 0) {
                State to = h > 0 ? State.LOWER : State.UPPER;
                double bound = h > 0 ? lower[i] : upper[i];
                best = later(best, new Event((bound - line.g[k]) / h, i, to, -1), current);
            }
        }
        return line.free.length == 0 ? nextPair(best, current) : nextFreed(best, line, current);
    }

    private Event nextFreed(Event best, Line line, double current) {
        Event chosen = best;
        for (int i = 0; i < n; i++) {
            if (state[i] != State.FREE && upper[i] > lower[i]) {
                double constant = line.gradientConstant(i);
                double slope = line.gradientSlope(i);
                boolean turnsBad = state[i] == State.LOWER ? slope > 0 : slope < 0;
                if (turnsBad) {
                    chosen = later(chosen, new Event(-constant / slope, i, State.FREE, -1), current);
                }
            }
        }
        return chosen;
    }

    private Event nextPair(Event best, double current) {
        double[] product = product();
        Event chosen = best;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (state[i] == State.UPPER
                        && state[j] == State.LOWER
                        && upper[i] > lower[i]
                        && upper[j] > lower[j]
                        && mu[i] > mu[j]) {
                    double lambda = (product[i] - product[j]) / (mu[i] - mu[j]);
                    chosen = later(chosen, new Event(lambda, i, State.FREE, j), current);
                }
            }
        }
        return chosen;
    }

    private static Event later(Event best, Event candidate, double current) {
        // an event a rounding above the current lambda is one that is due now
        double lambda =
                candidate.lambda > current && candidate.lambda < current * (1 + 1e-10) ? current : candidate.lambda;
        return lambda <= current && lambda > best.lambda
                ? new Event(lambda, candidate.asset, candidate.to, candidate.second)
                : best;
    }

    private double[] product() {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            product[i] = ActiveSet.dot(covariance[i], weights);
        }
        return product;
    }

    /** The weights of the free assets as g + lambda h, the others fixed. */
    private final class Line {
        private final int[] free;
        private final double[] g;
        private final double[] h;
        private double multiplierConstant;
        private double multiplierSlope;

        Line(int[] free) {
            this.free = free;
            int f = free.length;
            this.g = new double[f];
            this.h = new double[f];
            if (f == 0) {
                return;
            }
            double[][] block = new double[f][f];
            double[] fixed = new double[f];
            double[] ones = new double[f];
            double[] returns = new double[f];
            for (int a = 0; a < f; a++) {
                ones[a] = 1;
                returns[a] = mu[free[a]];
                for (int b = 0; b < f; b++) {
                    block[a][b] = covariance[free[a]][free[b]];
                }
                for (int j = 0; j < n; j++) {
                    fixed[a] += state[j] == State.FREE ? 0 : covariance[free[a]][j] * weights[j];
                }
            }
            double budget = 1;
            for (int j = 0; j < n; j++) {
                budget -= state[j] == State.FREE ? 0 : weights[j];
            }
            Cholesky cholesky = Cholesky.of(block);
            double[] one = cholesky.solve(ones);
            double[] m = cholesky.solve(returns);
            double[] k = cholesky.solve(fixed);
            double sumOne = sum(one);
            multiplierConstant = (budget + sum(k)) / sumOne;
            multiplierSlope = -sum(m) / sumOne;
            for (int a = 0; a < f; a++) {
                g[a] = one[a] * multiplierConstant - k[a];
                h[a] = m[a] + one[a] * multiplierSlope;
            }
            if (f == 1) {
                h[0] = 0;
                g[0] = budget;
            }
        }

        void move(double lambda) {
            for (int a = 0; a < free.length; a++) {
                weights[free[a]] = h[a] == 0 ? g[a] : g[a] + lambda * h[a];
            }
        }

        double gradientConstant(int i) {
            double sum = -multiplierConstant;
            for (int j = 0; j < n; j++) {
                sum += state[j] == State.FREE ? 0 : covariance[i][j] * weights[j];
            }
            for (int a = 0; a < free.length; a++) {
                sum += covariance[i][free[a]] * g[a];
            }
            return sum;
        }

        double gradientSlope(int i) {
            double sum = -mu[i] - multiplierSlope;
            for (int a = 0; a < free.length; a++) {
                sum += covariance[i][free[a]] * h[a];
            }
            return sum;
        }

        private static double sum(double[] v) {
            double sum = 0;
            for (double x : v) {
                sum += x;
            }
            return sum;
        }
    }
}
