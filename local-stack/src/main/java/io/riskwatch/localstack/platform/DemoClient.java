package io.riskwatch.localstack.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fictional person of the demonstration book.
 *
 * @param since the day the holdings came in, at that day's closes
 * @param utilization requirement over equity that the loan is set for; absent of who has none
 */
record DemoClient(
        String name, LocalDate since, @Nullable BigDecimal utilization, String notes, List<Holding> holdings) {

    private static final String BOOK = "demo-clients.csv";
    private static final int COLUMNS = 5;

    /** Units of one symbol. */
    record Holding(String symbol, BigDecimal units) {

        static Holding parse(String text) {
            String[] words = text.strip().split(" ", 2);
            return new Holding(words[0], new BigDecimal(words[1]));
        }
    }

    DemoClient {
        holdings = List.copyOf(holdings);
    }

    /** The book, as the program carries it. */
    static List<DemoClient> book() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoClient.class.getResourceAsStream(BOOK), BOOK), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DemoClient::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DemoClient parse(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("a line of " + BOOK + " has " + COLUMNS + " cells, was: " + line);
        }
        return new DemoClient(
                cells[0],
                LocalDate.parse(cells[1]),
                cells[2].isEmpty() ? null : new BigDecimal(cells[2]),
                cells[3],
                Arrays.stream(cells[4].split(",")).map(Holding::parse).toList());
    }
}
