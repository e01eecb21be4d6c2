package io.riskwatch.marketdata.calendar;

import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    static Sessions of(TradingCalendar calendar) {
        return new Sessions(calendar.zone(), calendar::session);
    }

    static Sessions of(Exchange simulated) {
        return new Sessions(
                ZoneOffset.UTC,
                day -> simulated.isTradingDay(day)
                        ? Optional.of(new TradingSession(day, simulated.opens(day), simulated.closes(day), false))
                        : Optional.empty());
    }

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

    /** The session under way, or the last one, with the begin of the following. */
    MarketSession around(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<TradingSession> near = between(today.minusDays(FAR), today.plusDays(FAR)).stream()
                .sorted(Comparator.comparing(TradingSession::opens))
                .toList();
        int last = 0;
        while (!near.get(last + 1).opens().isAfter(now)) {
            last++;
        }
        return new MarketSession(
                near.get(last).opens(),
                near.get(last).closes(),
                near.get(last + 1).opens());
    }
}
