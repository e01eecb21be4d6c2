package io.riskwatch.marketdata.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a market trades.
 *
 * @param timeZone of the market's days, such as America/New_York
 * @param open whether its main session is under way
 * @param nextOpen when the next session begins
 * @param nextClose when the session under way ends, else the next one
 * @param sessions of the days asked for; short days are marked
 * @param holidays weekdays without trading among the days asked for
 */
record CalendarView(
        String mic,
        String timeZone,
        boolean open,
        Instant nextOpen,
        Instant nextClose,
        LocalDate from,
        LocalDate to,
        List<TradingSession> sessions,
        List<TradingCalendar.Holiday> holidays) {

    CalendarView {
        sessions = List.copyOf(sessions);
        holidays = List.copyOf(holidays);
    }
}
