package io.riskwatch.marketdata.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of daily bars as a provider told it, in whole units of an ISO currency, in the order of the days.
 *
 * @param adjustment what has been done to the prices already: never do it twice
 * @param dividends per share, by ex-date, where offered; else empty
 * @param splits by effective date, where offered; else empty
 */
public record DailyBars(
        String provider,
        SourceSymbol symbol,
        String currency,
        Adjustment adjustment,
        List<Bar> bars,
        List<Dividend> dividends,
        List<Split> splits) {

    public DailyBars {
        bars = List.copyOf(bars);
        dividends = List.copyOf(dividends);
        splits = List.copyOf(splits);
        for (int i = 1; i < bars.size(); i++) {
            if (!bars.get(i).day().isAfter(bars.get(i - 1).day())) {
                throw new IllegalArgumentException("bars come once a day in order, "
                        + bars.get(i).day() + " follows " + bars.get(i - 1).day());
            }
        }
    }

    /** What a provider has done to its prices. */
    public enum Adjustment {
        /** As traded on the day. */
        RAW,
        /** Divided by later splits. */
        SPLITS,
        /** Divided by later splits and lowered by later dividends. */
        SPLITS_AND_DIVIDENDS
    }

    /** One day; what the provider does not tell is null. */
    public record Bar(
            LocalDate day,
            @Nullable BigDecimal open,
            @Nullable BigDecimal high,
            @Nullable BigDecimal low,
            BigDecimal close,
            @Nullable Long volume) {

        public Bar {
            Prices.requirePlausible(close, "close");
            if (high != null && low != null && high.compareTo(low) < 0) {
                throw new IllegalArgumentException("high must not lie below low, were " + high + " and " + low);
            }
            if (volume != null && volume < 0) {
                throw new IllegalArgumentException("volume must not be negative, was " + volume);
            }
        }
    }

    /**
     * A cash dividend.
     *
     * @param day the ex-date
     * @param amount per share, in the currency of the bars
     */
    public record Dividend(LocalDate day, BigDecimal amount) {}

    /** A split: {@code to} new shares for {@code from} old ones. */
    public record Split(LocalDate day, BigDecimal to, BigDecimal from) {
        public Split {
            if (to.signum() <= 0 || from.signum() <= 0) {
                throw new IllegalArgumentException("a split has positive sides, were " + to + ":" + from);
            }
        }
    }
}
