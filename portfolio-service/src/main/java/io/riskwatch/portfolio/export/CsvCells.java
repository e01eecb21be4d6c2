package io.riskwatch.portfolio.export;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it; one more where
 * apostrophes stand there already, so that reading takes exactly the one away again. Numbers are numbers, also negative ones.
 */
public final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvCells() {}

    public static String text(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    public static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
