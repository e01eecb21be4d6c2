package io.riskwatch.portfolio.holding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;

/** What moved the money of one currency, exact, one amount per day that moved it, day after day. */
final class CashChanges {

    private int[] days = new int[4];
    private BigDecimal[] amounts = new BigDecimal[4];
    private int size;

    /** On a day not before the last one. */
    void add(LocalDate date, BigDecimal amount) {
        var day = (int) date.toEpochDay();
        if (size > 0 && days[size - 1] == day) {
            amounts[size - 1] = amounts[size - 1].add(amount);
            return;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        days[size] = day;
        amounts[size++] = amount;
    }

    /** The same, which nothing is added to here. */
    CashChanges copy() {
        var copy = new CashChanges();
        copy.days = Arrays.copyOf(days, Math.max(size, 1));
        copy.amounts = Arrays.copyOf(amounts, Math.max(size, 1));
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    /** The balance at the close of every day that any of them moved; it is exact, and becomes a double only at the end. */
    static Steps balance(Collection<CashChanges> all) {
        var balance = new Steps.Builder();
        var moved = all.stream().filter(one -> one.size > 0).toList();
        if (moved.isEmpty()) {
            return balance.build();
        }
        int first = moved.stream().mapToInt(one -> one.days[0]).min().orElseThrow();
        int last = moved.stream().mapToInt(one -> one.days[one.size - 1]).max().orElseThrow();
        var sums = new BigDecimal[last - first + 1];
        for (var one : moved) {
            for (var i = 0; i < one.size; i++) {
                var at = one.days[i] - first;
                sums[at] = sums[at] == null ? one.amounts[i] : sums[at].add(one.amounts[i]);
            }
        }
        var money = BigDecimal.ZERO;
        for (var i = 0; i < sums.length; i++) {
            if (sums[i] != null) {
                money = money.add(sums[i]);
                balance.set(LocalDate.ofEpochDay((long) first + i), money.doubleValue());
            }
        }
        return balance.build();
    }
}
