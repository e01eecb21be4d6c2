package io.riskwatch.quant.bench.optimization;

import static io.riskwatch.quant.bench.optimization.QuadraticInstance.SECTORS;

import io.riskwatch.quant.optimization.LinearConstraint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The optimality conditions of a convex program, checked by other means than the engine's: no admissible direction leads down.
 *
 * <p>With the gradient g = Sw - c, w is optimal if and only if g'w is the least g'v over all admissible v, a linear program whose
 * multipliers are those of Karush, Kuhn and Tucker. Disjoint sectors inside the budget make its greedy solution exact.
 */
final class Optimality {
    private Optimality() {}

    /** The largest miss of a bound or row, or (g'w - min g'v) / max |g| if that is more. */
    static double residual(QuadraticInstance instance, double[] w) {
        double[] lower = instance.constraints().lower();
        double[] upper = instance.constraints().upper();
        double[] gradient = instance.gradient(w);
        double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        double worst = Math.abs(Arrays.stream(w).sum() - 1);
        for (LinearConstraint row : instance.constraints().rules()) {
            worst = Math.max(worst, Math.max(row.low() - row.at(w), row.at(w) - row.high()));
        }
        double[] best = steepest(instance, gradient);
        double gap = 0;
        for (int i = 0; i < w.length; i++) {
            worst = Math.max(worst, Math.max(lower[i] - w[i], w[i] - upper[i]));
            gap += gradient[i] * (w[i] - best[i]);
        }
        return Math.max(worst, Math.abs(gap) / scale);
    }

    /** The admissible v of least g'v: the cheapest of each sector up to its low end, then the cheapest of all. */
    private static double[] steepest(QuadraticInstance instance, double[] g) {
        double[] v = instance.constraints().lower();
        double[] upper = instance.constraints().upper();
        List<LinearConstraint> sectors = instance.constraints().rules();
        double[] low = new double[SECTORS];
        double[] high = new double[SECTORS];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        for (int s = 0; s < sectors.size(); s++) {
            double bound = sectors.get(s).at(v);
            low[s] = sectors.get(s).low() - bound;
            high[s] = sectors.get(s).high() - bound;
        }
        int[] cheapest = IntStream.range(0, g.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> g[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rest = 1 - Arrays.stream(v).sum();
        for (int pass = 0; pass < 2; pass++) {
            for (int i : cheapest) {
                double room = pass == 0 ? low[i % SECTORS] : Math.min(rest, high[i % SECTORS]);
                double taken = Math.clamp(room, 0.0, upper[i] - v[i]);
                v[i] += taken;
                rest -= taken;
                low[i % SECTORS] -= taken;
                high[i % SECTORS] -= taken;
            }
        }
        return v;
    }
}
