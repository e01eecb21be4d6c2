package io.riskwatch.quant.series;

import io.riskwatch.quant.Arguments;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prices of several assets on the union of their dates, with gaps: what a data source delivers.
 *
 * <p>A gap is NaN; the rest must be finite and positive. Dates are days since 1970-01-01, strictly ascending. Gaps are
 * never filled: {@link #completeCases()} keeps the days on which every asset has a price, because a covariance of pairwise
 * complete data need not be one of anything.
 */
public final class PricePanel {
    private final List<String> symbols;
    private final int[] epochDays;
    private final double[][] columns;

    private PricePanel(List<String> symbols, int[] epochDays, double[][] columns) {
        this.symbols = symbols;
        this.epochDays = epochDays;
        this.columns = columns;
    }

    /**
     * A panel of the given columns; everything is copied.
     *
     * @param symbols one name per asset, all different
     * @param epochDays strictly ascending
     * @param columns {@code double[assets][dates]}, NaN where there was no price
     */
    public static PricePanel of(List<String> symbols, int[] epochDays, double[][] columns) {
        Arguments.atLeast("number of symbols", symbols.size(), 1);
        Arguments.sameLength("symbols", symbols.size(), "columns", columns.length);
        if (symbols.stream().distinct().count() != symbols.size()) {
            throw new IllegalArgumentException("symbols must be all different, were " + symbols);
        }
        Frequency.requireAscending(epochDays);
        double[][] copy = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            Arguments.sameLength("epochDays", epochDays.length, "prices of " + symbols.get(i), columns[i].length);
            copy[i] = columns[i].clone();
            requirePrices(symbols.get(i), epochDays, copy[i]);
        }
        return new PricePanel(List.copyOf(symbols), epochDays.clone(), copy);
    }

    /** One name per column. */
    public List<String> symbols() {
        return symbols;
    }

    /** Number of dates in the union. */
    public int dates() {
        return epochDays.length;
    }

    /** The days on which every asset has a price, with an account of what was dropped. */
    public CompletePrices completeCases() {
        int[] missing = new int[columns.length];
        int[] blocking = new int[columns.length];
        int[] kept = IntStream.range(0, epochDays.length)
                .filter(t -> countGaps(t, missing, blocking) == 0)
                .toArray();
        double[][] prices = new double[kept.length][columns.length];
        int[] days = new int[kept.length];
        for (int row = 0; row < kept.length; row++) {
            days[row] = epochDays[kept[row]];
            for (int i = 0; i < columns.length; i++) {
                prices[row][i] = columns[i][kept[row]];
            }
        }
        return new CompletePrices(symbols, days, prices, epochDays.length - kept.length, missing, blocking);
    }

    private int countGaps(int t, int[] missing, int[] blocking) {
        int gaps = 0;
        int last = -1;
        for (int i = 0; i < columns.length; i++) {
            if (Double.isNaN(columns[i][t])) {
                missing[i]++;
                gaps++;
                last = i;
            }
        }
        if (gaps == 1) {
            blocking[last]++;
        }
        return gaps;
    }

    private static void requirePrices(String symbol, int[] epochDays, double[] prices) {
        for (int t = 0; t < prices.length; t++) {
            if (!Double.isNaN(prices[t])) {
                Arguments.positive("price of " + symbol + " on epoch day " + epochDays[t], prices[t]);
            }
        }
    }
}
