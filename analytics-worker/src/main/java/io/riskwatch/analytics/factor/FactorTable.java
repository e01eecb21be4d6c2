package io.riskwatch.analytics.factor;

import io.riskwatch.analytics.analysis.BadInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's factors: a header {@code date,NAME,...} and one line per period, as Kenneth French's files have it.
 *
 * <p>Dates as 2024-01-31, 20240131, or 202401 for the whole month. A line with an empty or unreadable cell is an error that names it.
 *
 * @param names one per column, the riskless rate not among them
 * @param dates the last day of each period, ascending
 * @param returns simple returns, {@code double[periods][names]}
 * @param riskFree per period; null without such a column
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record FactorTable(List<String> names, List<LocalDate> dates, double[][] returns, double @Nullable [] riskFree) {

    private static final String FIELD = "parameters.csv";
    private static final int MOST_FACTORS = 20;

    /** How the numbers are meant. */
    enum Unit {
        /** Simple returns: 0.01 is a percent. */
        DECIMAL,
        /** Simple returns in percent. */
        PERCENT,
        /** Prices or index levels, whose changes are the returns. */
        PRICE
    }

    static FactorTable parse(String csv, Unit unit, String riskFreeColumn) {
        List<String> lines = csv.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() < 3) {
            throw new BadInputException(FIELD, "There are no factors: a header and one line per period are needed.");
        }
        String separator = lines.getFirst().indexOf(';') >= 0 ? ";" : ",";
        List<String> header = Arrays.stream(lines.getFirst().split(separator, -1))
                .map(String::strip)
                .map(cell -> cell.replace("\"", ""))
                .toList();
        if (header.size() < 2 || header.size() - 1 > MOST_FACTORS) {
            throw new BadInputException(
                    FIELD,
                    "The header has " + (header.size() - 1) + " columns beside the date; 1 to " + MOST_FACTORS
                            + " are taken.");
        }
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(separator, -1);
            if (cells.length != header.size()) {
                throw new BadInputException(
                        FIELD,
                        "Line " + (i + 1) + " has " + cells.length + " cells, the header " + header.size() + ".");
            }
            LocalDate date = date(cells[0].strip(), i + 1);
            if (!dates.isEmpty() && !date.isAfter(dates.getLast())) {
                throw new BadInputException(
                        FIELD, "Line " + (i + 1) + ": " + date + " follows " + dates.getLast() + ".");
            }
            dates.add(date);
            rows.add(numbers(cells, header, i + 1, unit));
        }
        return unit == Unit.PRICE
                ? split(header, dates.subList(1, dates.size()), changes(rows), riskFreeColumn)
                : split(header, dates, rows, riskFreeColumn);
    }

    private static LocalDate date(String text, int line) {
        String plain = text.replace("\"", "");
        try {
            return switch (plain.length()) {
                case 6 ->
                    YearMonth.parse(plain, DateTimeFormatter.ofPattern("uuuuMM"))
                            .atEndOfMonth();
                case 8 -> LocalDate.parse(plain, DateTimeFormatter.BASIC_ISO_DATE);
                default -> LocalDate.parse(plain);
            };
        } catch (DateTimeException e) {
            throw new BadInputException(
                    FIELD, "Line " + line + ": " + plain + " is no date such as 2024-01-31, 20240131 or 202401.");
        }
    }

    private static double[] numbers(String[] cells, List<String> header, int line, Unit unit) {
        double[] row = new double[cells.length - 1];
        for (int c = 1; c < cells.length; c++) {
            try {
                row[c - 1] = Double.parseDouble(cells[c].strip()) / (unit == Unit.PERCENT ? 100 : 1);
            } catch (NumberFormatException e) {
                row[c - 1] = Double.NaN;
            }
            if (!Double.isFinite(row[c - 1]) || (unit == Unit.PRICE && row[c - 1] <= 0)) {
                throw new BadInputException(
                        FIELD,
                        "Line " + line + ": " + header.get(c) + " is \"" + cells[c] + "\", not a "
                                + (unit == Unit.PRICE ? "positive price." : "number."));
            }
        }
        return row;
    }

    private static List<double[]> changes(List<double[]> prices) {
        List<double[]> changes = new ArrayList<>();
        for (int t = 1; t < prices.size(); t++) {
            double[] change = prices.get(t).clone();
            for (int c = 0; c < change.length; c++) {
                change[c] = change[c] / prices.get(t - 1)[c] - 1;
            }
            changes.add(change);
        }
        return changes;
    }

    private static FactorTable split(
            List<String> header, List<LocalDate> dates, List<double[]> rows, String riskFreeColumn) {
        int riskFree = header.subList(1, header.size()).indexOf(riskFreeColumn);
        List<String> names = new ArrayList<>(header.subList(1, header.size()));
        if (riskFree >= 0) {
            names.remove(riskFree);
        }
        if (names.isEmpty()) {
            throw new BadInputException(FIELD, "There is no factor beside " + riskFreeColumn + ".");
        }
        double[][] returns = new double[rows.size()][names.size()];
        double[] rates = new double[rows.size()];
        for (int t = 0; t < returns.length; t++) {
            int to = 0;
            for (int c = 0; c < rows.get(t).length; c++) {
                if (c == riskFree) {
                    rates[t] = rows.get(t)[c];
                } else {
                    returns[t][to++] = rows.get(t)[c];
                }
            }
        }
        return new FactorTable(List.copyOf(names), List.copyOf(dates), returns, riskFree < 0 ? null : rates);
    }

    /** Days between two periods, typically. */
    long typicalGap() {
        long[] gaps = new long[dates.size() - 1];
        for (int t = 0; t < gaps.length; t++) {
            gaps[t] = dates.get(t + 1).toEpochDay() - dates.get(t).toEpochDay();
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }
}
