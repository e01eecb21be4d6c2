package io.riskwatch.marketdata.upload;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** Reads single cells: strictly, exactly, and with the reason where it cannot. */
final class Cells {
    private static final int LONGEST_QUOTED = 40;

    private Cells() {}

    /** An ISO day, with or without a midnight behind it, as days since 1970-01-01. */
    static int day(String cell, long line, LocalDate latest) {
        String text = cell.strip();
        String day = text.length() > 10 && text.substring(10).matches("[T ]00:00(:00(\\.0+)?)?Z?")
                ? text.substring(0, 10)
                : text;
        LocalDate date;
        try {
            date = LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new PriceFileException(line, 1, shown(cell) + " is not a date like 2024-12-31");
        }
        if (date.getYear() < 1800 || date.isAfter(latest)) {
            throw new PriceFileException(
                    line, 1, shown(cell) + " is " + (date.isAfter(latest) ? "in the future" : "before 1800"));
        }
        return (int) date.toEpochDay();
    }

    /** A price above 0, exactly the double the text names; NaN for an empty cell. */
    static double price(String cell, long line, int column, String name) {
        double value = number(cell, line, column, name);
        if (value <= 0) {
            throw new PriceFileException(line, column, in(name) + shown(cell) + " is not a price above 0");
        }
        return value;
    }

    /** A volume of at least 0; NaN for an empty cell. */
    static double volume(String cell, long line, int column, String name) {
        double value = number(cell, line, column, name);
        if (value < 0) {
            throw new PriceFileException(line, column, in(name) + shown(cell) + " is not a volume");
        }
        return value;
    }

    private static double number(String cell, long line, int column, String name) {
        String text = cell.strip();
        if (text.isEmpty() || text.toLowerCase(Locale.ROOT).equals("nan")) {
            return Double.NaN;
        }
        if (!isDecimal(text)) {
            throw new PriceFileException(line, column, in(name) + shown(cell) + " is not a number");
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new PriceFileException(line, column, in(name) + shown(cell) + " is too large");
        }
        return value;
    }

    /** Digits with a point and perhaps an exponent: no separators of thousands, no hexadecimal, no suffix. */
    private static boolean isDecimal(String text) {
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (i == text.length() || isExponent(text, i));
    }

    private static boolean isExponent(String text, int from) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        int i = from + 1;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int digits = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
            digits++;
        }
        return digits > 0 && digits < 5 && i == text.length();
    }

    static String shown(String cell) {
        return "\"" + (cell.length() <= LONGEST_QUOTED ? cell : cell.substring(0, LONGEST_QUOTED) + "...") + "\"";
    }

    private static String in(String name) {
        return name + ": ";
    }
}
