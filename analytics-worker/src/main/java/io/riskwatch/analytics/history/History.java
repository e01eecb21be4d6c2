package io.riskwatch.analytics.history;

import java.time.LocalDate;
import java.util.List;

/**
 * Closes of several series on the union of their dates.
 *
 * <p>The arrays are shared, not copied: a history is made by its source, read by the exposure and never changed.
 *
 * @param series one per column
 * @param epochDays strictly ascending
 * @param closes {@code double[series][dates]}, NaN where there was no price
 * @param missing symbols asked for that have no history at all
 * @param droppedDays days between these that the source left out already because something had no price
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
public record History(List<Series> series, int[] epochDays, double[][] closes, List<String> missing, int droppedDays) {

    public History {
        series = List.copyOf(series);
        missing = List.copyOf(missing);
    }

    /** Whose closes a column holds. */
    public record Series(String symbol, String currency, String provider, boolean simulated) {}

    /** The column of the symbol, or -1. */
    public int column(String symbol) {
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        return -1;
    }

    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(epochDays[row]);
    }
}
