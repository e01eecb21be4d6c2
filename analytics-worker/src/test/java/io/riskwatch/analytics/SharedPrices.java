package io.riskwatch.analytics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskwatch.analytics.analysis.AnalysisJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Real prices in a folder {@code shared/data} beside or above the repository; a test that wants them is skipped without. */
public final class SharedPrices {

    private SharedPrices() {}

    /** Twenty stocks of the S&P 500 since 1990, the first so many columns. */
    public static AnalysisJob.InlineData sandP500(int columns) {
        Optional<Path> file = file("skfolio_sp500_dataset.csv");
        assumeTrue(
                file.isPresent(),
                "no data/skfolio_sp500_dataset.csv beside the repository: this comparison is skipped");
        List<String> lines = lines(file.orElseThrow());
        List<LocalDate> dates = new ArrayList<>();
        List<List<Double>> prices = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            dates.add(LocalDate.parse(cells[0]));
            prices.add(
                    Stream.of(cells).skip(1).limit(columns).map(Double::valueOf).toList());
        }
        List<String> symbols = Arrays.asList(lines.getFirst().split(",")).subList(1, columns + 1);
        return new AnalysisJob.InlineData(symbols, dates, new ArrayList<>(prices));
    }

    /** Closes of the S&P 500 since 1990. */
    public static Map<LocalDate, Double> sandP500Index() {
        Optional<Path> file = file("skfolio_sp500_index.csv");
        assumeTrue(
                file.isPresent(), "no data/skfolio_sp500_index.csv beside the repository: this comparison is skipped");
        Map<LocalDate, Double> closes = new HashMap<>();
        for (String line : lines(file.orElseThrow())) {
            if (!line.startsWith("Date")) {
                String[] cells = line.split(",");
                closes.put(LocalDate.parse(cells[0]), Double.valueOf(cells[1]));
            }
        }
        return closes;
    }

    /** A whole file as it is. */
    public static String text(String name) {
        Optional<Path> file = file(name);
        assumeTrue(file.isPresent(), "no data/" + name + " beside the repository: this comparison is skipped");
        return String.join("\n", lines(file.orElseThrow()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file(String name) {
        Path place = Path.of("").toAbsolutePath();
        while (place != null) {
            Path candidate = place.resolve("shared/data").resolve(name);
            if (Files.isReadable(candidate)) {
                return Optional.of(candidate);
            }
            place = place.getParent();
        }
        return Optional.empty();
    }
}
