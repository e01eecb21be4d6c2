package io.riskwatch.analytics.factor;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.quant.factor.StatisticalFactors;
import io.riskwatch.quant.performance.OmegaRatio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Returns of the value and of the factors over the same periods.
 *
 * @param dates the last day of each period
 * @param returns of the value beyond the riskless return
 * @param factors {@code double[periods][factors]}
 * @param periodsPerYear 252 for days
 * @param found the principal components, when they are the factors
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Aligned(
        List<String> names,
        List<LocalDate> dates,
        double[] returns,
        double[][] factors,
        double periodsPerYear,
        @Nullable StatisticalFactors found) {

    private static final int FEWEST_PERIODS = 24;
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final int LONGER_THAN_DAYS = 5;

    static Aligned of(Basis basis, FactorParameters parameters) {
        return parameters.csv() == null
                ? components(basis, parameters)
                : given(
                        basis,
                        parameters,
                        FactorTable.parse(parameters.csv(), parameters.unit(), parameters.riskFreeColumn()));
    }

    /** As many as asked for, but so few that something is left to explain. */
    private static Aligned components(Basis basis, FactorParameters parameters) {
        int assets = basis.exposure().positions().size();
        int count = Math.min(parameters.components(), Math.max(1, assets - 1));
        StatisticalFactors found = StatisticalFactors.of(basis.exposure().returns(), count);
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            names.add("Component " + k);
        }
        double riskFree = OmegaRatio.perPeriod(parameters.riskFree(), TRADING_DAYS);
        double[] returns = basis.returns().clone();
        for (int t = 0; t < returns.length; t++) {
            returns[t] -= riskFree;
        }
        List<LocalDate> dates = basis.exposure().dates();
        return new Aligned(names, dates.subList(1, dates.size()), returns, found.factorReturns(), TRADING_DAYS, found);
    }

    /** Days by their dates; longer periods by compounding the days in them. */
    private static Aligned given(Basis basis, FactorParameters parameters, FactorTable table) {
        boolean daily = table.typicalGap() <= LONGER_THAN_DAYS;
        double perYear = daily ? TRADING_DAYS : Math.round(DAYS_OF_A_YEAR / table.typicalGap());
        Map<LocalDate, Integer> dayOf = new HashMap<>();
        List<LocalDate> days = basis.exposure().dates();
        for (int t = 1; t < days.size(); t++) {
            dayOf.put(days.get(t), t - 1);
        }
        double riskFree = OmegaRatio.perPeriod(parameters.riskFree(), perYear);
        List<LocalDate> dates = new ArrayList<>();
        List<Double> returns = new ArrayList<>();
        List<double[]> factors = new ArrayList<>();
        for (int k = 0; k < table.dates().size(); k++) {
            Double own = daily
                    ? of(basis.returns(), dayOf.get(table.dates().get(k)))
                    : k == 0
                            ? null
                            : within(
                                    basis,
                                    table.dates().get(k - 1),
                                    table.dates().get(k));
            if (own != null) {
                double[] rates = table.riskFree();
                dates.add(table.dates().get(k));
                returns.add(own - (rates == null ? riskFree : rates[k]));
                factors.add(table.returns()[k]);
            }
        }
        int needed = Math.max(FEWEST_PERIODS, table.names().size() + 3);
        if (dates.size() < needed) {
            throw new BadInputException(
                    "parameters.csv",
                    "The factors and the prices have " + dates.size() + " periods in common; at least " + needed
                            + " are needed. The prices go from " + days.getFirst() + " to " + days.getLast() + ".");
        }
        return new Aligned(
                table.names(),
                dates,
                returns.stream().mapToDouble(Double::doubleValue).toArray(),
                factors.toArray(double[][]::new),
                perYear,
                null);
    }

    private static @Nullable Double of(double[] returns, @Nullable Integer day) {
        return day == null ? null : (Double) returns[day];
    }

    /** The value's return from one day to another; null where the window does not cover both ends. */
    private static @Nullable Double within(Basis basis, LocalDate from, LocalDate to) {
        List<LocalDate> days = basis.exposure().dates();
        if (from.plusDays(LONGER_THAN_DAYS).isBefore(days.getFirst())
                || to.minusDays(LONGER_THAN_DAYS).isAfter(days.getLast())) {
            return null;
        }
        double growth = 1;
        for (int t = 1; t < days.size(); t++) {
            if (days.get(t).isAfter(from) && !days.get(t).isAfter(to)) {
                growth *= 1 + basis.returns()[t - 1];
            }
        }
        return growth - 1;
    }
}
