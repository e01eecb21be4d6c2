package io.riskwatch.portfolio.imports.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Days as brokers write them. What follows the day, a time or a zone, is not looked at. */
public final class Dates {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private Dates() {}

    /** {@code 2024-01-31}, with or without a time behind it. */
    public static LocalDate iso(String text) {
        return LocalDate.parse(head(text, 10), ISO);
    }

    /** {@code 20240131} or {@code 20240131;095853}. */
    public static LocalDate compact(String text) {
        return LocalDate.parse(head(text, 8), COMPACT);
    }

    /** {@code 1/31/2024}, with one or two digits and two or four of the year. */
    public static LocalDate monthFirst(String text) {
        return parts(text, 1, 0);
    }

    /** {@code 31-01-2024}, {@code 31/01/2024} or {@code 31.01.2024}. */
    public static LocalDate dayFirst(String text) {
        return parts(text, 0, 1);
    }

    private static LocalDate parts(String text, int day, int month) {
        var parts = word(text).split("[-/.]", -1);
        if (parts.length != 3) {
            throw new DateTimeException("not three parts");
        }
        try {
            var year = Integer.parseInt(parts[2]);
            return LocalDate.of(
                    parts[2].length() == 2 ? 2000 + year : year,
                    Integer.parseInt(parts[month]),
                    Integer.parseInt(parts[day]));
        } catch (NumberFormatException e) {
            throw new DateTimeException("not three numbers", e);
        }
    }

    /** {@code May 5, 2020, 10:10:57 PM}. */
    public static LocalDate english(String text) {
        var parts = text.split(",", -1);
        if (parts.length < 2) {
            throw new DateTimeException("not an English date");
        }
        return LocalDate.parse(parts[0].strip() + " " + head(parts[1].strip(), 4), ENGLISH);
    }

    private static final DateTimeFormatter ENGLISH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM ")
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendPattern(" uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** ISO, compact, or with the day first; with slashes as the whole file tells. */
    public static Function<String, LocalDate> any(Optional<Boolean> dayFirst, boolean otherwise) {
        return text -> {
            var day = word(text);
            if (day.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                return iso(day);
            }
            if (day.matches("\\d{8}([;T].*)?")) {
                return compact(day);
            }
            if (day.contains("/")) {
                return dayFirst.orElse(otherwise) ? dayFirst(day) : monthFirst(day);
            }
            return dayFirst(day);
        };
    }

    /** A pattern of {@link DateTimeFormatter}, the text as long as it is. */
    public static Function<String, LocalDate> pattern(String pattern) {
        var formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return text -> LocalDate.from(formatter.parse(text.strip()));
    }

    /** The day that a line of text names, as the line above a table does. */
    public static Optional<LocalDate> within(String text) {
        return List.<Within>of(
                        new Within("(\\d{4}/\\d{2}/\\d{2})", "uuuu/MM/dd"),
                        new Within("(\\d{2}/\\d{2}/\\d{4})", "MM/dd/uuuu"))
                .stream()
                .flatMap(within -> within.find(text).stream())
                .findFirst();
    }

    private record Within(String regex, String pattern) {

        Optional<LocalDate> find(String text) {
            var matcher = java.util.regex.Pattern.compile(regex).matcher(text);
            try {
                return matcher.find() ? Optional.of(Dates.pattern(pattern).apply(matcher.group(1))) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty(); // digits that look like a day and are none
            }
        }
    }

    private static String word(String text) {
        var stripped = text.strip();
        var end = stripped.indexOf(' ');
        var word = end < 0 ? stripped : stripped.substring(0, end);
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    private static String head(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
