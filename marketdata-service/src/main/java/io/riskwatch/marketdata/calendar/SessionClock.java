package io.riskwatch.marketdata.calendar;

import io.riskwatch.marketdata.xsim.Exchange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the session of an instant; reckoned once per session, as it is asked with every price. Safe for many threads. */
public final class SessionClock {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime FIVE_IN_THE_AFTERNOON = LocalTime.of(17, 0);
    private static final int FRIDAY_FROM_SUNDAY = 5;

    private final Sessions sessions;
    private volatile @Nullable MarketSession current;

    private SessionClock(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Of a market whose hours are known here; empty of another. */
    public static Optional<SessionClock> of(String mic) {
        return TradingCalendars.find(mic).map(calendar -> new SessionClock(Sessions.of(calendar)));
    }

    /** Of the simulated exchange. */
    public static SessionClock of(Exchange simulated) {
        return new SessionClock(Sessions.of(simulated));
    }

    /**
     * Of exchange rates, which have no exchange: one session a week, from Sunday to Friday at 17:00 in New York, as banks and
     * brokers quote them. Holidays are thin but quoted.
     */
    public static SessionClock currencies() {
        return new SessionClock(new Sessions(NEW_YORK, SessionClock::week));
    }

    private static Optional<TradingSession> week(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.FRIDAY
                ? Optional.of(new TradingSession(day, fiveOn(day.minusDays(FRIDAY_FROM_SUNDAY)), fiveOn(day), false))
                : Optional.empty();
    }

    private static Instant fiveOn(LocalDate day) {
        return day.atTime(FIVE_IN_THE_AFTERNOON).atZone(NEW_YORK).toInstant();
    }

    /** The session under way at an instant, or the last one before it. */
    public MarketSession at(Instant now) {
        MarketSession known = current;
        if (known != null && known.spans(now)) {
            return known;
        }
        MarketSession found = sessions.around(now);
        current = found;
        return found;
    }
}
