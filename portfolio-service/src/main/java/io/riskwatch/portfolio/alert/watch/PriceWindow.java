package io.riskwatch.portfolio.alert.watch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The lowest and the highest price of each of the last minutes, as far back as the longest window. It begins with what was
 * kept of them, which is nothing for a symbol no window was about.
 */
final class PriceWindow {

    static final int LONGEST_MINUTES = 1_440;

    private final Deque<Minute> minutes = new ArrayDeque<>();

    /** @param number minutes since 1970 */
    record Minute(long number, BigDecimal low, BigDecimal high) {

        Minute with(BigDecimal price) {
            return new Minute(number, low.min(price), high.max(price));
        }
    }

    /** Adds what is known of the minutes before. */
    void precede(List<Minute> earlier) {
        for (var minute : earlier.reversed()) {
            var first = minutes.peekFirst();
            if (first == null || minute.number() < first.number()) {
                minutes.addFirst(minute);
            } else if (minute.number() == first.number()) {
                minutes.pollFirst();
                minutes.addFirst(first.with(minute.low()).with(minute.high()));
            }
        }
    }

    /** Answers what the last minute has become; empty when the price changed nothing. */
    Optional<Minute> add(BigDecimal price, Instant at) {
        long number = minute(at);
        var last = minutes.peekLast();
        if (last != null && last.number() >= number) {
            var wider = last.with(price);
            if (wider.equals(last)) {
                return Optional.empty();
            }
            minutes.pollLast();
            minutes.addLast(wider);
        } else {
            minutes.addLast(new Minute(number, price, price));
        }
        while (minutes.peekFirst().number() < number - LONGEST_MINUTES) {
            minutes.pollFirst();
        }
        return Optional.ofNullable(minutes.peekLast());
    }

    /** The lowest price of the last so many minutes; only after a price was added. */
    BigDecimal low(int window, Instant now) {
        return over(window, now, (best, minute) -> best.with(minute.low())).low();
    }

    /** The highest price of the last so many minutes; only after a price was added. */
    BigDecimal high(int window, Instant now) {
        return over(window, now, (best, minute) -> best.with(minute.high())).high();
    }

    private Minute over(int window, Instant now, BinaryOperator<Minute> best) {
        long first = minute(now) - window;
        Iterator<Minute> newestFirst = minutes.descendingIterator();
        var found = newestFirst.next();
        while (newestFirst.hasNext()) {
            var minute = newestFirst.next();
            if (minute.number() < first) {
                break;
            }
            found = best.apply(found, minute);
        }
        return found;
    }

    static long minute(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 60L);
    }
}
