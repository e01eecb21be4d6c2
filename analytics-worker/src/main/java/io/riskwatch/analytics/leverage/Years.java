package io.riskwatch.analytics.leverage;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.simulation.ReturnModel;
import java.util.Arrays;

/**
 * Simulated years of what is invested, day by day: path k draws from stream k of the seed.
 *
 * <p>A loan of L on assets A has a call when A falls below L / (1 - m). With g the growth of the assets and i that of the loan since the
 * start, that is g / i below (L / A) / (1 - m): the least g / i of a year decides for every leverage at once.
 *
 * @param least the least g / i of each year
 * @param growth g at the end of each year
 * @param interest i at the end of a year
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Years(double[] least, double[] growth, double interest) {

    /** Actual days over 360, as US brokers count. */
    private static final double INTEREST_DAYS = 365.0 / 360;

    private static final int BLOCK = 500;

    /** Interest on 1 for a year at the rate, without interest on it. */
    static double simpleInterest(double rate) {
        return rate * INTEREST_DAYS;
    }

    static Years simulate(ReturnModel model, double interestRate, int paths, long seed, Run run) {
        double daily = 1 + simpleInterest(interestRate) / TRADING_DAYS;
        double[] least = new double[paths];
        double[] growth = new double[paths];
        double[] owed = new double[TRADING_DAYS + 1];
        owed[0] = 1;
        for (int day = 1; day < owed.length; day++) {
            owed[day] = owed[day - 1] * daily;
        }
        for (int path = 0; path < paths; path++) {
            ReturnModel.Path year = model.start(new Philox4x32(seed, path));
            double value = 1;
            double lowest = 1;
            for (int day = 1; day < owed.length; day++) {
                value *= 1 + year.next(1.0 / TRADING_DAYS);
                lowest = Math.min(lowest, value / owed[day]);
            }
            least[path] = lowest;
            growth[path] = value;
            if (path % BLOCK == BLOCK - 1) {
                run.reached(40 + (int) (50L * path / paths));
            }
        }
        return new Years(least, growth, owed[TRADING_DAYS]);
    }

    /** Years in which assets of so many times the own money were called at least once. */
    long calls(double leverage, double maintenance) {
        double trigger = (leverage - 1) / leverage / (1 - maintenance);
        return trigger <= 0
                ? 0
                : Arrays.stream(least).filter(ratio -> ratio < trigger).count();
    }

    /** Own money at the end of each year that is held through, in terms of the own money at its start, ascending. */
    double[] ownMoney(double leverage) {
        return Arrays.stream(growth)
                .map(g -> leverage * g - (leverage - 1) * interest)
                .sorted()
                .toArray();
    }
}
