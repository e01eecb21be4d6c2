package io.riskwatch.analytics.simulation;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.simulation.Bootstrap;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.JumpDiffusion;
import io.riskwatch.quant.simulation.ReturnModel;
import io.riskwatch.quant.simulation.StochasticVariance;
import io.riskwatch.quant.simulation.StudentTReturns;

/** How a future is drawn. */
enum FutureModel {
    /** Independent normal log returns. */
    GBM(1),
    /** Independent fat-tailed days. */
    STUDENT_T(FutureModel.DAYS),
    /** Stretches of the past put together anew. */
    BLOCK_BOOTSTRAP(FutureModel.DAYS),
    /** Normal log returns and now and then a jump. */
    JUMP_DIFFUSION(1),
    /** A volatility that is random itself. */
    HESTON(FutureModel.DAYS);

    /** Trading days of a month: 252 / 12. */
    private static final int DAYS = 21;

    private static final double MONTH = 1.0 / 12;

    private final int stepsPerMonth;

    FutureModel(int stepsPerMonth) {
        this.stepsPerMonth = stepsPerMonth;
    }

    /** Draws of one path in one month. */
    int stepsPerMonth() {
        return stepsPerMonth;
    }

    /** The model with the parameters' drift and volatility, for returns of a month each. */
    ReturnModel monthly(FutureParameters parameters, Trend trend, double[] history) {
        return switch (this) {
            case GBM -> new GeometricBrownianMotion(trend.drift(), positive(trend));
            case STUDENT_T ->
                byDays(new StudentTReturns(
                        Math.expm1(trend.drift() / 252) * 252, trend.volatility(), parameters.degreesOfFreedom()));
            case BLOCK_BOOTSTRAP -> byDays(Bootstrap.stationary(history, Math.min(parameters.block(), history.length)));
            case JUMP_DIFFUSION -> jumps(parameters, trend);
            case HESTON -> heston(parameters, trend);
        };
    }

    /** The days of the month compounded. */
    private static ReturnModel byDays(ReturnModel daily) {
        return random -> {
            ReturnModel.Path path = daily.start(random);
            return years -> {
                double wealth = 1;
                for (int day = 0; day < DAYS; day++) {
                    wealth *= 1 + path.next(years / DAYS);
                }
                return wealth - 1;
            };
        };
    }

    /** The diffusion takes what the jumps leave of the variance. */
    private static ReturnModel jumps(FutureParameters parameters, Trend trend) {
        double size = parameters.meanLogJump() == null ? -trend.volatility() / 3 : parameters.meanLogJump();
        double spread = parameters.jumpVolatility() == null ? trend.volatility() / 3 : parameters.jumpVolatility();
        double left =
                trend.volatility() * trend.volatility() - parameters.jumpsPerYear() * (size * size + spread * spread);
        if (left < 0) {
            throw new BadInputException(
                    "parameters.jumpsPerYear",
                    "The jumps alone vary more than the annual volatility of " + trend.volatility()
                            + ": take fewer or smaller ones.");
        }
        return new JumpDiffusion(trend.drift(), Math.sqrt(left), parameters.jumpsPerYear(), size, spread);
    }

    private static ReturnModel heston(FutureParameters parameters, Trend trend) {
        double variance = positive(trend) * trend.volatility();
        return new StochasticVariance(
                trend.drift(),
                variance,
                parameters.reversion(),
                variance,
                parameters.volatilityOfVariance(),
                parameters.correlation());
    }

    private static double positive(Trend trend) {
        if (!(trend.volatility() > 0)) {
            throw new BadInputException(
                    "parameters.model", "The returns never vary, so there is nothing to simulate with this model.");
        }
        return trend.volatility();
    }

    static double month() {
        return MONTH;
    }
}
