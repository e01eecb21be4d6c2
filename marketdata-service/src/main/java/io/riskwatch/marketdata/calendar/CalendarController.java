package io.riskwatch.marketdata.calendar;

import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.marketdata.xsim.Listing;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** On which days, and when, a market trades. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {
    private static final int MOST_DAYS = 400;
    private static final int DEFAULT_DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final Exchange simulated;
    private final Clock clock;

    CalendarController(Exchange simulated, Clock clock) {
        this.simulated = simulated;
        this.clock = clock;
    }

    /** The markets whose calendars are known, by MIC. */
    @GetMapping
    List<String> markets() {
        List<String> markets = new ArrayList<>(TradingCalendars.markets());
        markets.add(Listing.EXCHANGE);
        return markets.stream().sorted().toList();
    }

    /** Whether a market is open, and the sessions, short days and holidays of a span; the next thirty days where none is named. */
    @GetMapping("/{mic}")
    CalendarView calendar(
            @PathVariable String mic,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Optional<TradingCalendar> known = TradingCalendars.find(mic);
        if (known.isEmpty() && !mic.equals(Listing.EXCHANGE)) {
            throw ProblemException.notFound("calendar");
        }
        Sessions sessions = known.map(Sessions::of).orElseGet(() -> Sessions.of(simulated));
        Instant now = clock.instant();
        LocalDate first = from == null ? LocalDate.ofInstant(now, sessions.zone()) : from;
        LocalDate last = to == null ? first.plusDays(DEFAULT_DAYS) : to;
        check(first, last);
        List<TradingSession> coming = sessions.from(now);
        TradingSession next = coming.getFirst();
        boolean open = next.isOpen(now);
        return new CalendarView(
                mic,
                sessions.zone().getId(),
                open,
                (open ? coming.get(1) : next).opens(),
                next.closes(),
                first,
                last,
                sessions.between(first, last),
                known.map(calendar -> calendar.holidays(first, last)).orElseGet(() -> simulatedHolidays(first, last)));
    }

    private static void check(LocalDate first, LocalDate last) {
        if (first.isBefore(EARLIEST) || first.isAfter(LATEST)) {
            throw ProblemException.badRequest("from", "must lie between " + EARLIEST + " and " + LATEST);
        }
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("to", "lies before from");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw ProblemException.badRequest("to", "must lie within " + MOST_DAYS + " days of from");
        }
    }

    private List<TradingCalendar.Holiday> simulatedHolidays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !simulated.isTradingDay(day))
                .map(day -> new TradingCalendar.Holiday(day, "Holiday of the simulated exchange"))
                .toList();
    }
}
