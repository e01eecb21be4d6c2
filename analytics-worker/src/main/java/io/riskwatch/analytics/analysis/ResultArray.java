package io.riskwatch.analytics.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers of a result that are too many for its document.
 *
 * <p>The values are shared with the analysis that made them and are never changed.
 *
 * @param name lower-case letters, digits and hyphens
 * @param description what they are and in which unit
 * @param shape lengths of the dimensions; the last one varies fastest
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record ResultArray(String name, String description, Type type, List<Integer> shape, double[] values) {

    /** The most numbers of one array: 32 MB in doubles. */
    public static final int MOST_VALUES = 4_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** How a number is written. DAY is a date as days since 1970-01-01. */
    public enum Type {
        FLOAT64,
        FLOAT32,
        DAY
    }

    public ResultArray {
        shape = List.copyOf(shape);
        long count = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be lower-case letters, digits and hyphens, was " + name);
        }
        if (count != values.length || count > MOST_VALUES) {
            throw new IllegalArgumentException(name + " must have as many values as its shape " + shape + ", at most "
                    + MOST_VALUES + ", has " + values.length);
        }
    }

    /** One dimension of doubles. */
    public static ResultArray of(String name, String description, double[] values) {
        return new ResultArray(name, description, Type.FLOAT64, List.of(values.length), values);
    }

    /** One dimension of dates. */
    public static ResultArray ofDates(String description, List<LocalDate> dates) {
        double[] days = dates.stream().mapToDouble(LocalDate::toEpochDay).toArray();
        return new ResultArray("dates", description, Type.DAY, List.of(days.length), days);
    }

    /** Rows of floats, each of the same length. */
    public static ResultArray ofRows(String name, String description, double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return new ResultArray(name, description, Type.FLOAT32, List.of(rows.length, columns), values);
    }
}
