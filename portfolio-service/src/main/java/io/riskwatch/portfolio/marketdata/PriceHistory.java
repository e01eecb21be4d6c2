package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The daily closes of one instrument, in its own currency, and how many were traded. */
public record PriceHistory(String symbol, String currency, boolean simulated, List<Point> points) {

    public PriceHistory {
        points = List.copyOf(points);
    }

    public NavigableMap<LocalDate, BigDecimal> closes() {
        var closes = new TreeMap<LocalDate, BigDecimal>();
        points.forEach(point -> closes.put(point.date(), point.close()));
        return closes;
    }

    /** How many were traded, on the days that say so. */
    public NavigableMap<LocalDate, BigDecimal> volumes() {
        var volumes = new TreeMap<LocalDate, BigDecimal>();
        points.forEach(point -> {
            if (point.volume() != null) {
                volumes.put(point.date(), point.volume());
            }
        });
        return volumes;
    }

    /**
     * One day.
     *
     * @param volume how many were traded, where that is known
     */
    public record Point(
            LocalDate date, BigDecimal close, @Nullable BigDecimal volume) {

        public Point(LocalDate date, BigDecimal close) {
            this(date, close, null);
        }
    }
}
