package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.bench.optimization.QuadraticInstance.Kind;
import io.riskwatch.quant.optimization.LinearConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.RawStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** ojAlgo's active set on the suite of quadratic programs, its matrices made beforehand; answers that miss a rule are named. */
public final class OjAlgoQuadratic implements Contender {
    private static final double ALLOWED = 1e-9;

    private final List<Program> suite = new ArrayList<>();
    private final String answers;

    public OjAlgoQuadratic(String assets) {
        int n = Integer.parseInt(assets);
        StringBuilder words = new StringBuilder();
        for (Kind kind : Kind.values()) {
            Program program = Program.of(QuadraticInstance.of(kind, n));
            suite.add(program);
            words.append(kind.part()).append(' ').append(program.words()).append(' ');
        }
        answers = words.toString().strip();
    }

    /** Minimise 1/2 w'Qw - c'w where Aw = a and Gw at most g. */
    private record Program(
            QuadraticInstance instance,
            R064Store quadratic,
            R064Store linear,
            R064Store equal,
            R064Store equals,
            R064Store less,
            R064Store limits) {

        static Program of(QuadraticInstance instance) {
            int n = instance.linear().length;
            double[] lower = instance.constraints().lower();
            double[] upper = instance.constraints().upper();
            List<double[]> equal = new ArrayList<>();
            List<Double> equals = new ArrayList<>();
            List<double[]> less = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            for (LinearConstraint rule : instance.constraints().rules()) {
                if (rule.low() == rule.high()) {
                    equal.add(signed(rule, 1, n));
                    equals.add(rule.high());
                } else {
                    less.add(signed(rule, 1, n));
                    limits.add(rule.high());
                    less.add(signed(rule, -1, n));
                    limits.add(-rule.low());
                }
            }
            if (equal.isEmpty()) { // where every sector is given, the budget follows
                double[] ones = new double[n];
                Arrays.fill(ones, 1);
                equal.add(ones);
                equals.add(1.0);
            }
            for (int i = 0; i < n; i++) {
                double[] unit = new double[n];
                unit[i] = 1;
                less.add(unit);
                limits.add(upper[i]);
                double[] minus = new double[n];
                minus[i] = -1;
                less.add(minus);
                limits.add(-lower[i]);
            }
            return new Program(
                    instance,
                    R064Store.FACTORY.copy(RawStore.wrap(instance.covariance())),
                    R064Store.FACTORY.column(instance.linear()),
                    rows(equal),
                    column(equals),
                    rows(less),
                    column(limits));
        }

        private static double[] signed(LinearConstraint rule, int sign, int n) {
            double[] row = new double[n];
            double[] unit = new double[n];
            for (int i = 0; i < n; i++) {
                unit[i] = 1;
                row[i] = sign * rule.at(unit);
                unit[i] = 0;
            }
            return row;
        }

        private static R064Store rows(List<double[]> rows) {
            return R064Store.FACTORY.copy(RawStore.wrap(rows.toArray(double[][]::new)));
        }

        private static R064Store column(List<Double> values) {
            return R064Store.FACTORY.column(
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }

        Optimisation.Result solve() {
            return ConvexSolver.newBuilder()
                    .objective(quadratic, linear)
                    .equalities(equal, equals)
                    .inequalities(less, limits)
                    .build()
                    .solve();
        }

        String words() {
            Optimisation.Result result = solve();
            if (instance.kind() == Kind.INFEASIBLE) {
                return result.getState().isFeasible() ? "NOT RECOGNISED" : "recognised";
            }
            if (!result.getState().isFeasible()) {
                return "FAILED: " + result.getState();
            }
            double[] w = result.toRawCopy1D();
            double residual = Optimality.residual(instance, w);
            return residual <= ALLOWED
                    ? String.format(Locale.ROOT, "%.9e", instance.objective(w))
                    : String.format(Locale.ROOT, "MISSES optimality by %.0e", residual);
        }
    }

    @Override
    public double scale() {
        return 1;
    }

    @Override
    public int warmUps() {
        return 2;
    }

    @Override
    public String run(Stopwatch watch) {
        for (Program program : suite) {
            watch.part(program.instance().kind().part(), () -> program.solve());
        }
        return answers;
    }
}
