package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import io.riskwatch.quant.series.CompletePrices;
import io.riskwatch.quant.series.PricePanel;
import io.riskwatch.quant.series.Returns;
import java.util.Arrays;
import java.util.List;

/** The days of a history on which everything has a price. */
final class CommonWindow {

    private final CompletePrices complete;
    private final double[][] prices;
    private final int droppedBefore;

    private CommonWindow(CompletePrices complete, int droppedBefore) {
        this.complete = complete;
        this.droppedBefore = droppedBefore;
        this.prices = complete.prices();
    }

    /**
     * The last {@code mostDays} common days.
     *
     * @throws BadInputException when fewer than {@link Window#FEWEST_RETURNS} returns remain, saying who is to blame
     */
    static CommonWindow of(History history, int mostDays) {
        if (history.epochDays().length == 0) {
            throw new BadInputException("parameters.from", "There are no prices at all in the window.");
        }
        CompletePrices complete = panel(history, 0).completeCases();
        if (complete.dates() > mostDays) {
            int first = complete.epochDays()[complete.dates() - mostDays];
            complete = panel(history, Arrays.binarySearch(history.epochDays(), first))
                    .completeCases();
        }
        if (complete.dates() - 1 < Window.FEWEST_RETURNS) {
            throw new BadInputException("parameters.from", tooFew(complete));
        }
        return new CommonWindow(complete, history.droppedDays());
    }

    private static PricePanel panel(History history, int from) {
        int[] days = history.epochDays();
        double[][] columns = history.closes();
        if (from > 0) {
            days = Arrays.copyOfRange(days, from, days.length);
            columns = new double[columns.length][];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOfRange(history.closes()[i], from, from + days.length);
            }
        }
        List<String> symbols =
                history.series().stream().map(History.Series::symbol).toList();
        return PricePanel.of(symbols, days, columns);
    }

    private static String tooFew(CompletePrices complete) {
        int worst = 0;
        for (int i = 1; i < complete.symbols().size(); i++) {
            if (complete.missing()[i] > complete.missing()[worst]) {
                worst = i;
            }
        }
        String message = "The window has " + Math.max(0, complete.dates() - 1) + " daily returns; at least "
                + Window.FEWEST_RETURNS + " are needed.";
        return complete.missing()[worst] == 0
                ? message
                : message + " " + complete.symbols().get(worst) + " lacks a price on " + complete.missing()[worst]
                        + " of " + (complete.dates() + complete.droppedDates()) + " days.";
    }

    /** The prices of the last day, per series. */
    double[] lastPrices() {
        return prices[prices.length - 1].clone();
    }

    double[] pricesOf(int column) {
        return column(prices, column);
    }

    double[][] returns() {
        return Returns.simple(prices);
    }

    int[] days() {
        return complete.epochDays();
    }

    int droppedDates() {
        return complete.droppedDates() + droppedBefore;
    }

    static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            values[t] = rows[t][column];
        }
        return values;
    }
}
