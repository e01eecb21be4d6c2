package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.InlineData;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exposure of data the caller brought: prices in the base currency, weights beside them. */
final class InlineExposure {

    private static final double WEIGHT_TOLERANCE = 1e-6;

    private InlineExposure() {}

    static Exposure of(AnalysisJob job, InlineData data, Window window, @Nullable String benchmark) {
        History history = history(data, job.baseCurrency(), window);
        double[] weights = weights(job, data.symbols().size());
        int benchmarkColumn = benchmark == null ? -1 : history.column(benchmark);
        if (benchmark != null && benchmarkColumn < 0) {
            throw new BadInputException("parameters.benchmark", benchmark + " is not a column of the data.");
        }
        CommonWindow common = CommonWindow.of(history, Integer.MAX_VALUE);
        double[][] returns = common.returns();
        double[] last = common.lastPrices();
        List<Exposure.Position> positions = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            positions.add(new Exposure.Position(
                    data.symbols().get(i), job.baseCurrency(), weights[i], null, last[i], "inline", false));
        }
        double cash = job.cashWeight() == null ? 0 : job.cashWeight();
        return new Exposure(
                positions,
                returns,
                weights,
                cash,
                last,
                null,
                common.days(),
                common.droppedDates(),
                List.of(),
                benchmark == null ? null : CommonWindow.column(returns, benchmarkColumn));
    }

    private static History history(InlineData data, String currency, Window window) {
        int columns = data.symbols().size();
        List<Integer> rows = new ArrayList<>();
        LocalDate previous = null;
        for (int t = 0; t < data.dates().size(); t++) {
            LocalDate date = data.dates().get(t);
            if (previous != null && !date.isAfter(previous)) {
                throw new BadInputException(
                        "data.dates[" + t + "]", "Dates must ascend, but " + date + " follows " + previous + ".");
            }
            previous = date;
            if ((window.from() == null || !date.isBefore(window.from()))
                    && (window.to() == null || !date.isAfter(window.to()))) {
                rows.add(t);
            }
        }
        if (data.prices().size() != data.dates().size()) {
            throw new BadInputException(
                    "data.prices",
                    "There are " + data.prices().size() + " rows of prices for "
                            + data.dates().size() + " dates.");
        }
        int[] days = new int[rows.size()];
        double[][] closes = new double[columns][rows.size()];
        for (int row = 0; row < days.length; row++) {
            int t = rows.get(row);
            days[row] = Math.toIntExact(data.dates().get(t).toEpochDay());
            List<@Nullable Double> prices = data.prices().get(t);
            if (prices.size() != columns) {
                throw new BadInputException(
                        "data.prices[" + t + "]",
                        "The row has " + prices.size() + " prices for " + columns + " symbols.");
            }
            for (int i = 0; i < columns; i++) {
                closes[i][row] = price(prices.get(i), t, i);
            }
        }
        List<History.Series> series = data.symbols().stream()
                .map(symbol -> new History.Series(symbol, currency, "inline", false))
                .toList();
        return new History(series, days, closes, List.of(), 0);
    }

    private static double price(@Nullable Double price, int row, int column) {
        if (price == null) {
            return Double.NaN;
        }
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new BadInputException(
                    "data.prices[" + row + "][" + column + "]", "A price must be positive, was " + price + ".");
        }
        return price;
    }

    private static double[] weights(AnalysisJob job, int columns) {
        double[] weights = new double[columns];
        if (job.weights() == null) {
            Arrays.fill(weights, 1.0 / columns);
            return weights;
        }
        if (job.weights().size() != columns) {
            throw new BadInputException(
                    "weights", "There are " + job.weights().size() + " weights for " + columns + " symbols.");
        }
        double sum = job.cashWeight() == null ? 0 : job.cashWeight();
        for (int i = 0; i < columns; i++) {
            weights[i] = job.weights().get(i);
            sum += weights[i];
        }
        requireWhole(sum, "weights");
        return weights;
    }

    static void requireWhole(double sum, String field) {
        if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            throw new BadInputException(
                    field, "Weights must sum to 1 (within 0.000001), cash included; they sum to " + sum + ".");
        }
    }
}
