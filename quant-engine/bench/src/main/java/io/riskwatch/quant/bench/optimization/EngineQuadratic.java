package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.bench.optimization.QuadraticInstance.Kind;
import io.riskwatch.quant.optimization.InfeasibleException;
import io.riskwatch.quant.optimization.MeanVariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The engine on the suite of quadratic programs, from the covariance as given to the weights; every answer's optimality is checked. */
public final class EngineQuadratic implements Contender {
    private static final double ALLOWED = 1e-9;

    private final int warmUps;
    private final int repetitions;
    private final List<QuadraticInstance> suite = new ArrayList<>();
    private final String answers;

    public EngineQuadratic(String assets) {
        int n = Integer.parseInt(assets);
        this.warmUps = Math.max(5, 20_000 / n);
        this.repetitions = Math.max(1, 2_000 / n);
        StringBuilder words = new StringBuilder();
        double worst = 0;
        for (Kind kind : Kind.values()) {
            QuadraticInstance instance = QuadraticInstance.of(kind, n);
            suite.add(instance);
            words.append(kind.part()).append(' ');
            if (kind == Kind.INFEASIBLE) {
                words.append(solve(instance).length == 0 ? "recognised" : "NOT RECOGNISED");
            } else {
                double[] weights = solve(instance);
                words.append(String.format(Locale.ROOT, "%.9e ", instance.objective(weights)));
                double residual = Optimality.residual(instance, weights);
                System.err.printf(Locale.ROOT, "%s %d: optimality residual %.2e%n", kind, n, residual);
                worst = Math.max(worst, residual);
            }
        }
        if (!(worst <= ALLOWED)) {
            words.append(" OPTIMALITY MISSED");
        }
        answers =
                words.append(String.format(Locale.ROOT, " KKT <= %.1e", worst)).toString();
    }

    /** Empty where there is none. */
    private static double[] solve(QuadraticInstance instance) {
        try {
            return MeanVariance.of(instance.covariance(), instance.constraints())
                    .trading(instance.linear(), 1);
        } catch (InfeasibleException e) {
            return new double[0];
        }
    }

    @Override
    public double scale() {
        return 1.0 / repetitions;
    }

    @Override
    public int warmUps() {
        return warmUps;
    }

    @Override
    public String run(Stopwatch watch) {
        for (QuadraticInstance instance : suite) {
            watch.part(instance.kind().part(), () -> {
                for (int k = 0; k < repetitions; k++) {
                    solve(instance);
                }
            });
        }
        return answers;
    }
}
