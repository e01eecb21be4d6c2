package io.riskwatch.marketdata.provider.http;

import io.riskwatch.marketdata.provider.Currencies;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.credit.Charge;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a reader's refusals into answers, and reads what providers have in common. */
public final class AnswerReader {
    /** Clocks differ; a price from further ahead is wrong. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private AnswerReader() {}

    /** Reads one value of a provider's answer. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws ContractException;
    }

    /** The value, or the place where the answer breaks its contract. */
    public static <T> ProviderAnswer<T> read(Charge charge, Reading<T> reading) {
        try {
            return ProviderAnswer.found(reading.read(), charge);
        } catch (ContractException | IllegalArgumentException e) {
            return ProviderAnswer.refused(
                    new ProviderError.Contract(Redacted.text(String.valueOf(e.getMessage()), "")), charge);
        }
    }

    /** Parses an object and goes on with it. */
    public static <T> ProviderAnswer<T> parsed(
            String body, Charge charge, Function<JsonNode, ProviderAnswer<T>> further) {
        JsonNode node;
        try {
            node = StrictJson.object(body);
        } catch (ContractException e) {
            return ProviderAnswer.refused(new ProviderError.Contract(String.valueOf(e.getMessage())), charge);
        }
        return further.apply(node);
    }

    public static void requirePast(Instant asOf, Clock clock) throws ContractException {
        if (asOf.isAfter(clock.instant().plus(AHEAD))) {
            throw new ContractException("the price comes from the future");
        }
    }

    /** The day of {@code 2026-01-02} or {@code 2026-01-02 09:30:00}. */
    public static LocalDate day(String text) throws ContractException {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new ContractException("a day is no date");
        }
    }

    /** A bar whose members have these names; only the close is needed. */
    public static DailyBars.Bar bar(
            LocalDate day, String unit, JsonNode row, String open, String high, String low, String close, String volume)
            throws ContractException {
        return new DailyBars.Bar(
                day,
                whole(StrictJson.optionalPrice(row.path(open), "open"), unit),
                whole(StrictJson.optionalPrice(row.path(high), "high"), unit),
                whole(StrictJson.optionalPrice(row.path(low), "low"), unit),
                Currencies.whole(StrictJson.price(row.path(close), "close", "is missing"), unit),
                StrictJson.volume(row.path(volume)));
    }

    public static @Nullable BigDecimal whole(@Nullable BigDecimal amount, String unit) {
        return amount == null ? null : Currencies.whole(amount, unit);
    }

    /** Oldest first, whatever the provider's order. */
    public static List<DailyBars.Bar> inOrder(List<DailyBars.Bar> bars) {
        return bars.stream().sorted(Comparator.comparing(DailyBars.Bar::day)).toList();
    }
}
