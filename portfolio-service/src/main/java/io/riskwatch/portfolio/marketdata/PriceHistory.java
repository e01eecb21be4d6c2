package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The daily closes of one instrument, in its own currency. */
public record PriceHistory(String symbol, String currency, boolean simulated, List<Point> points) {

    public PriceHistory {
        points = List.copyOf(points);
    }

    public NavigableMap<LocalDate, BigDecimal> closes() {
        var closes = new TreeMap<LocalDate, BigDecimal>();
        points.forEach(point -> closes.put(point.date(), point.close()));
        return closes;
    }

    /** One day. */
    public record Point(LocalDate date, BigDecimal close) {}
}
