package io.riskwatch.portfolio.holding;

import java.time.LocalDate;
import java.util.Arrays;

/** An amount that changes at the close of some days and stays what it is between them; 0 before the first. */
public final class Steps {

    private final int[] days;
    private final double[] amounts;

    private Steps(int[] days, double[] amounts) {
        this.days = days;
        this.amounts = amounts;
    }

    /** The amount at the close of each of {@code count} days in a row. */
    public double[] over(LocalDate first, int count) {
        var filled = new double[count];
        var firstDay = (int) first.toEpochDay();
        var next = 0;
        var amount = 0.0;
        for (var i = 0; i < count; i++) {
            while (next < days.length && days[next] <= firstDay + i) {
                amount = amounts[next++];
            }
            filled[i] = amount;
        }
        return filled;
    }

    /** How often it changes. */
    public int size() {
        return days.length;
    }

    /** Collects the changes, day after day. */
    static final class Builder {

        private int[] days;
        private double[] amounts;
        private int size;

        Builder() {
            days = new int[8];
            amounts = new double[8];
        }

        /** One that goes on from where the other stands now. */
        Builder(Builder other) {
            days = other.days.clone();
            amounts = other.amounts.clone();
            size = other.size;
        }

        /** The amount at the close of a day not before the last one; the same amount again is no change. */
        void set(LocalDate date, double amount) {
            if (size == 0 ? amount == 0 : amounts[size - 1] == amount) {
                return;
            }
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                amounts = Arrays.copyOf(amounts, 2 * size);
            }
            days[size] = (int) date.toEpochDay();
            amounts[size++] = amount;
        }

        Steps build() {
            return new Steps(Arrays.copyOf(days, size), Arrays.copyOf(amounts, size));
        }
    }
}
