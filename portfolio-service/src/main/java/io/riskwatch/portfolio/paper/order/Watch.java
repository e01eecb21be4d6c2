package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which ticks an order may still see, and what it has seen.
 *
 * @param after only ticks younger than this count: what was known when it was entered, changed, set off or last traded does not
 * @param until when a day order ends
 * @param triggered whether the stop was reached
 * @param best the best price a trailing stop has seen, from its owner's side: the highest for a sale, the lowest for a purchase
 */
public record Watch(
        Instant after,
        @Nullable Instant until,
        boolean triggered,
        @Nullable BigDecimal best) {

    /** What a new order sees. */
    public static Watch from(Instant after, @Nullable Instant until, @Nullable BigDecimal best) {
        return new Watch(after, until, false, best);
    }

    Watch since(Instant moment) {
        return new Watch(moment.isAfter(after) ? moment : after, until, triggered, best);
    }

    Watch setOff() {
        return new Watch(after, until, true, best);
    }

    Watch seen(BigDecimal price) {
        return new Watch(after, until, triggered, price);
    }
}
