package io.riskwatch.analytics.cli;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closes from a wide CSV: a header {@code date,SYM1,SYM2,...} and one line per day; an empty cell is a day without a price.
 *
 * @param closes {@code double[symbols][days]}, NaN for none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record CsvPrices(List<String> symbols, List<LocalDate> dates, double[][] closes) {

    private static final String FIELD = "prices";

    static CsvPrices read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() < 2) {
            throw new BadInputException(FIELD, file + " holds no prices: a header and one line per day are needed.");
        }
        List<String> symbols = Arrays.stream(
                        lines.getFirst().replace("\uFEFF", "").split(",", -1))
                .skip(1)
                .map(String::strip)
                .toList();
        List<LocalDate> dates = new ArrayList<>();
        double[][] closes = new double[symbols.size()][lines.size() - 1];
        for (int t = 1; t < lines.size(); t++) {
            String[] cells = lines.get(t).split(",", -1);
            if (cells.length != symbols.size() + 1) {
                throw new BadInputException(
                        FIELD,
                        "Line " + (t + 1) + " has " + cells.length + " cells, the header " + (symbols.size() + 1)
                                + ".");
            }
            dates.add(date(cells[0].strip(), t + 1));
            for (int i = 0; i < symbols.size(); i++) {
                closes[i][t - 1] = price(cells[i + 1].strip(), symbols.get(i), t + 1);
            }
        }
        return new CsvPrices(symbols, List.copyOf(dates), closes);
    }

    private static LocalDate date(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadInputException(FIELD, "Line " + line + ": " + text + " is no date such as 2024-01-31.");
        }
    }

    private static double price(String text, String symbol, int line) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInputException(FIELD, "Line " + line + ": " + symbol + " is \"" + text + "\", not a price.");
        }
    }

    /** As the data of a request. */
    ObjectNode data(JsonMapper json) {
        ObjectNode data = json.createObjectNode();
        symbols.forEach(data.putArray("symbols")::add);
        ArrayNode days = data.putArray("dates");
        dates.forEach(date -> days.add(date.toString()));
        ArrayNode prices = data.putArray("prices");
        for (int t = 0; t < dates.size(); t++) {
            ArrayNode row = prices.addArray();
            for (double[] column : closes) {
                if (Double.isNaN(column[t])) {
                    row.addNull();
                } else {
                    row.add(column[t]);
                }
            }
        }
        return data;
    }

    /** As a history of prices in the currency, for holdings by quantity. */
    HistorySource history(String currency) {
        return request -> {
            List<String> found =
                    request.symbols().stream().filter(symbols::contains).toList();
            int[] rows = IntStream.range(0, dates.size())
                    .filter(t -> request.from() == null || !dates.get(t).isBefore(request.from()))
                    .filter(t -> request.to() == null || !dates.get(t).isAfter(request.to()))
                    .toArray();
            double[][] columns = found.stream()
                    .map(symbol -> IntStream.of(rows)
                            .mapToDouble(t -> closes[symbols.indexOf(symbol)][t])
                            .toArray())
                    .toArray(double[][]::new);
            return new History(
                    found.stream()
                            .map(symbol -> new History.Series(symbol, currency, "file", false))
                            .toList(),
                    IntStream.of(rows)
                            .map(t -> Math.toIntExact(dates.get(t).toEpochDay()))
                            .toArray(),
                    columns,
                    request.symbols().stream()
                            .filter(symbol -> !symbols.contains(symbol))
                            .toList(),
                    0);
        };
    }
}
