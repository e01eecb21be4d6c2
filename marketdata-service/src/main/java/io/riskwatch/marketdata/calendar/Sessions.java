package io.riskwatch.marketdata.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A market's sessions, whoever knows them.
 *
 * @param of the session of a day; empty where it does not trade
 */
record Sessions(ZoneId zone, Function<LocalDate, Optional<TradingSession>> of) {
    /** No market is closed for longer; a session may belong to a day some days ahead, as XSIM's of the weekend does. */
    private static final int FAR = 30;

    /** Those of a span of days, both ends included. */
    List<TradingSession> between(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(of).flatMap(Optional::stream).toList();
    }

    /** The sessions that are not over at an instant, the next one first. */
    List<TradingSession> from(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return between(today.minusDays(1), today.plusDays(FAR)).stream()
                .filter(session -> session.closes().isAfter(now))
                .sorted(Comparator.comparing(TradingSession::opens))
                .toList();
    }
}
