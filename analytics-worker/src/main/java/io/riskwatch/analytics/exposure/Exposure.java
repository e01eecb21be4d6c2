package io.riskwatch.analytics.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is held today and what the things held returned in the window, all in the base currency.
 *
 * <p>The arrays are shared with the analysis that reads them and are never changed.
 *
 * @param positions one per column of the returns
 * @param returns simple returns in the base currency, {@code double[observations][positions]}
 * @param weights share of the total value per position; what is missing to 1 is cash in the base currency
 * @param cashWeight that cash; negative is a loan
 * @param lastCloses of each position in the base currency, on the last day; of cash in a foreign currency its exchange rate
 * @param worth quantities times last closes plus cash in the base currency; null when only weights are known
 * @param days the day each return ends on, and before the first the day it began: observations + 1
 * @param droppedDates days of the window left out because something had no price
 * @param leftOut symbols without history that the caller wanted left out
 * @param benchmark the benchmark's returns on the same days, when one was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
public record Exposure(
        List<Position> positions,
        double[][] returns,
        double[] weights,
        double cashWeight,
        double[] lastCloses,
        @Nullable Double worth,
        int[] days,
        int droppedDates,
        List<String> leftOut,
        double @Nullable [] benchmark) {

    public Exposure {
        positions = List.copyOf(positions);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One thing held.
     *
     * @param lastClose in its own currency; for cash in a foreign currency 1
     * @param quantity null when only the weight is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Position(
            String symbol,
            String currency,
            double weight,
            @Nullable Double quantity,
            double lastClose,
            String provider,
            boolean simulated) {}

    public int observations() {
        return returns.length;
    }

    public List<String> symbols() {
        return positions.stream().map(Position::symbol).toList();
    }

    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(days[0]);
    }

    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(days[days.length - 1]);
    }

    public List<LocalDate> dates() {
        return IntStream.of(days).mapToObj(LocalDate::ofEpochDay).toList();
    }

    public boolean simulated() {
        return positions.stream().anyMatch(Position::simulated);
    }

    /** The providers of the prices, each once, in alphabetical order. */
    public String provider() {
        return positions.stream()
                .map(Position::provider)
                .distinct()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }
}
