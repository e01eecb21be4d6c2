package io.riskwatch.portfolio.riskscore;

import io.riskwatch.quant.stat.Quantile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/**
 * How soon the positions could be sold without being the market: at no more than a fifth of what is traded on a usual day.
 * It stands beside the score and changes nothing in it.
 *
 * @see <a href="https://www.ecfr.gov/current/title-17/section-270.22e-4">17 CFR 270.22e-4, which sorts holdings by days to
 *     convert to cash</a>
 */
public record Liquidity(
        @Schema(description = "The share of a usual day's trading that the selling takes")
        double participation,

        @Schema(
                description = "The share of the positions' value that could be sold within one trading day; "
                        + "what has no known volume counts as not sold")
        double withinADay,

        @Schema(description = "Trading days to sell each position, the slowest first; at most 20")
        List<Days> slowest,

        @Schema(description = "Held, but nobody says how much of them is traded")
        List<String> symbolsWithoutVolume,

        @Schema(description = "The same in plain words") String sentence) {

    static final double PARTICIPATION = 0.2;
    private static final int MONTH = 21;
    private static final int SHOWN = 20;

    /** Trading days to sell one position. */
    public record Days(String symbol, double days) {}

    public Liquidity {
        slowest = List.copyOf(slowest);
        symbolsWithoutVolume = List.copyOf(symbolsWithoutVolume);
    }

    /** Of what is held, long or short. */
    static Liquidity of(Exposure exposure, ReturnHistory history) {
        var days = new ArrayList<Days>();
        var unknown = new ArrayList<String>();
        var all = 0.0;
        var soon = 0.0;
        for (Map.Entry<String, Double> position : exposure.values().entrySet()) {
            var value = Math.abs(position.getValue());
            var daily = PARTICIPATION * history.traded().getOrDefault(position.getKey(), 0.0);
            all += value;
            if (daily > 0) {
                soon += Math.min(value, daily);
                days.add(new Days(position.getKey(), value / daily));
            } else {
                unknown.add(position.getKey());
            }
        }
        days.sort(Comparator.comparingDouble(Days::days).reversed().thenComparing(Days::symbol));
        unknown.sort(Comparator.naturalOrder());
        var within = all > 0 ? soon / all : 1;
        return new Liquidity(
                PARTICIPATION,
                within,
                days.subList(0, Math.min(SHOWN, days.size())),
                unknown,
                sentence(within, days, unknown));
    }

    /** The median of what is traded a day, in money, over the last 21 days that have a volume; empty without any. */
    static OptionalDouble usuallyTraded(
            NavigableMap<LocalDate, Double> prices, NavigableMap<LocalDate, BigDecimal> volumes) {
        var values = volumes.descendingMap().entrySet().stream()
                .filter(day -> prices.containsKey(day.getKey()))
                .limit(MONTH)
                .mapToDouble(day -> day.getValue().doubleValue() * prices.getOrDefault(day.getKey(), 0.0))
                .toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantile.of(values, 0.5));
    }

    private static String sentence(double within, List<Days> days, List<String> unknown) {
        var soon = String.format(
                Locale.ROOT,
                "About %.0f %% of your positions could be sold within a day at a fifth of the usual trading",
                100 * within);
        var slow = days.isEmpty() || days.getFirst().days() <= 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %s would take %.0f days",
                        days.getFirst().symbol(),
                        Math.ceil(days.getFirst().days()));
        var silent = unknown.isEmpty() ? "." : "; of %d nobody says how much is traded.".formatted(unknown.size());
        return soon + slow + silent;
    }
}
