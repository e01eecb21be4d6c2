package io.riskwatch.quant.optimization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Portfolios along the efficient frontier, one after another: which bounds bind for one is nearly right for the next. */
final class FrontierWalk {
    private final double[][] covariance;
    private final PortfolioConstraints constraints;
    private final double[] expectedReturns;
    private final double[] none;

    FrontierWalk(double[][] covariance, PortfolioConstraints constraints, double[] expectedReturns) {
        this.covariance = covariance;
        this.constraints = constraints;
        this.expectedReturns = expectedReturns;
        this.none = new double[covariance.length];
    }

    /** The weights of least variance for each target return, to be asked for in order. */
    List<double[]> atReturns(double[] targets) {
        if (targets.length == 0) {
            return List.of();
        }
        Optional<BlockPivoting> program = pivoting(List.of(atReturn(targets[0])));
        return Arrays.stream(targets)
                .mapToObj(target -> program.flatMap(p -> {
                            p.replaceLast(atReturn(target));
                            return p.minimise(none);
                        })
                        .orElseGet(() -> alone(none, List.of(atReturn(target)))))
                .toList();
    }

    /** The weights of greatest return: of an almost infinite lambda, by way of smaller ones. */
    double[] greatestReturn(double unit) {
        return pivoting(List.of())
                .flatMap(program -> {
                    Optional<double[]> found = Optional.of(none);
                    for (int power = -2; power <= 5 && found.isPresent(); power++) {
                        found = program.minimise(scaled(Math.pow(10, power) * unit));
                    }
                    return found;
                })
                .orElseGet(() -> alone(scaled(1e5 * unit), List.of()));
    }

    private double[] alone(double[] linear, List<LinearConstraint> more) {
        return PortfolioProgram.minimise(covariance, linear, more, constraints);
    }

    private Optional<BlockPivoting> pivoting(List<LinearConstraint> more) {
        return PortfolioProgram.hasBoundsAndRulesOnly(constraints)
                ? Optional.of(PortfolioProgram.pivoting(covariance, more, constraints))
                : Optional.empty();
    }

    private LinearConstraint atReturn(double target) {
        return LinearConstraint.equal("expected return", expectedReturns, target);
    }

    private double[] scaled(double factor) {
        return Arrays.stream(expectedReturns).map(r -> factor * r).toArray();
    }
}
