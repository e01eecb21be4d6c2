package io.riskwatch.portfolio.alert.channel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Hours of every day in which nothing is sent, on the clocks of a zone. From 22:00 to 07:00 goes over midnight.
 *
 * @param to the first moment at which things are sent again
 * @param urgentPasses whether urgent alerts are sent all the same
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, boolean urgentPasses) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to must differ, were both " + from);
        }
    }

    /** When what is to be told at that moment may be sent; empty: at once. */
    public Optional<Instant> heldBackUntil(Instant moment, boolean urgent) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        var quiet = from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
        if (!quiet || (urgent && urgentPasses)) {
            return Optional.empty();
        }
        var day = time.isBefore(to) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(to).atZone(zone).toInstant());
    }
}
