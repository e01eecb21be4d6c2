package io.riskwatch.portfolio.imports.statement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all fields of a file together tell about how it writes numbers and dates. */
final class Evidence {

    private static final Pattern NUMBER =
            Pattern.compile("[-+(\\s$\u20ac\u00a3\u00a5\u2212]*(\\d[\\d.,]*|[.,]\\d+)\\)?\\s*[A-Z]{0,3}");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{2,4}.*");

    private int points;
    private int commas;
    private int undecidedCommas;
    private int dayFirst;
    private int monthFirst;

    void look(List<String> fields) {
        for (var field : fields) {
            if (field.length() <= 40 && !field.isEmpty()) {
                lookAt(field.strip());
            }
        }
    }

    private void lookAt(String field) {
        var number = NUMBER.matcher(field);
        if (number.matches()) {
            number(number.group(1));
            return;
        }
        var date = SLASHED.matcher(field);
        if (date.matches()) {
            dayFirst += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
            monthFirst += Integer.parseInt(date.group(2)) > 12 ? 1 : 0;
        }
    }

    private void number(String digits) {
        var point = digits.lastIndexOf('.');
        var comma = digits.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            count(point > comma);
        } else if (point >= 0 || comma >= 0) {
            var mark = Math.max(point, comma);
            var several = digits.indexOf(digits.charAt(mark)) != mark;
            var decimals = digits.length() - mark - 1;
            if (several) {
                if (decimals == 3) { // grouped thousands: the other one is the decimal mark
                    count(comma >= 0);
                }
            } else if (decimals != 3 || digits.startsWith("0") || mark == 0) {
                count(point >= 0);
            } else if (comma >= 0) {
                undecidedCommas++;
            }
        }
    }

    private void count(boolean point) {
        if (point) {
            points++;
        } else {
            commas++;
        }
    }

    /** The mark most numbers have; where none tells, a comma in a file that is not delimited by commas is one. */
    DecimalMark decimalMark(char delimiter) {
        if (points != commas) {
            return points > commas ? DecimalMark.POINT : DecimalMark.COMMA;
        }
        return points == 0 && undecidedCommas > 0 && delimiter == ';' ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /** Whether dates with slashes begin with the day; empty when no date tells, or when they contradict each other. */
    Optional<Boolean> dayFirst() {
        return (dayFirst > 0) == (monthFirst > 0) ? Optional.empty() : Optional.of(dayFirst > 0);
    }
}
