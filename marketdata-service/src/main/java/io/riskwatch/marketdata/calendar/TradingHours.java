package io.riskwatch.marketdata.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a market's main session begins and ends, by its own clock; auctions and trading around the session are left out.
 *
 * @param early the close of a short day
 * @param rule which days are short
 */
record TradingHours(LocalTime opens, LocalTime closes, LocalTime early, Rule rule) {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    /** 13:00 on the day after Thanksgiving, and on 3 July and 24 December where those are trading days. */
    static final TradingHours NEW_YORK =
            new TradingHours(LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(13, 0), Rule.NEW_YORK);

    /** 12:30 on the last trading days before Christmas and before New Year's Day. */
    static final TradingHours LONDON =
            new TradingHours(LocalTime.of(8, 0), LocalTime.of(16, 30), LocalTime.of(12, 30), Rule.LONDON);

    /** 14:05 on 24 and 31 December. */
    static final TradingHours EURONEXT =
            new TradingHours(NINE, LocalTime.of(17, 30), LocalTime.of(14, 5), Rule.EURONEXT);

    /** 14:00 on the last trading day of the year. */
    static final TradingHours XETRA =
            new TradingHours(NINE, LocalTime.of(17, 30), LocalTime.of(14, 0), Rule.LAST_OF_THE_YEAR);

    /** The floor, which is open longer than Xetra. */
    static final TradingHours FRANKFURT =
            new TradingHours(LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(14, 0), Rule.LAST_OF_THE_YEAR);

    /** Which trading days are short. */
    enum Rule {
        NEW_YORK {
            @Override
            boolean isShort(LocalDate day, Predicate<LocalDate> trades) {
                return isAny(day, MonthDay.of(7, 3), CHRISTMAS_EVE) || isDayAfterThanksgiving(day);
            }
        },
        LONDON {
            @Override
            boolean isShort(LocalDate day, Predicate<LocalDate> trades) {
                return isLastBefore(day, CHRISTMAS_EVE) || isLastBefore(day, NEW_YEARS_EVE);
            }
        },
        EURONEXT {
            @Override
            boolean isShort(LocalDate day, Predicate<LocalDate> trades) {
                return isAny(day, CHRISTMAS_EVE, NEW_YEARS_EVE);
            }
        },
        LAST_OF_THE_YEAR {
            @Override
            boolean isShort(LocalDate day, Predicate<LocalDate> trades) {
                return day.getMonth() == Month.DECEMBER
                        && day.getDayOfMonth() >= 27
                        && day.plusDays(1)
                                .datesUntil(LocalDate.of(day.getYear() + 1, 1, 1))
                                .noneMatch(trades);
            }
        };

        private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);
        private static final MonthDay NEW_YEARS_EVE = MonthDay.of(12, 31);

        abstract boolean isShort(LocalDate day, Predicate<LocalDate> trades);

        private static boolean isAny(LocalDate day, MonthDay one, MonthDay other) {
            return MonthDay.from(day).equals(one) || MonthDay.from(day).equals(other);
        }

        private static boolean isDayAfterThanksgiving(LocalDate day) {
            return day.getMonth() == Month.NOVEMBER
                    && day.getDayOfWeek() == DayOfWeek.FRIDAY
                    && day.getDayOfMonth() >= 23
                    && day.getDayOfMonth() <= 29;
        }

        /** Whether the day is the eve, or the Friday before one on a weekend. */
        private static boolean isLastBefore(LocalDate day, MonthDay eve) {
            LocalDate last = eve.atYear(day.getYear());
            while (last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY) {
                last = last.minusDays(1);
            }
            return day.equals(last);
        }
    }

    /** The close of a trading day that is short; empty where it is a whole one. */
    Optional<LocalTime> earlyClose(LocalDate day, Predicate<LocalDate> trades) {
        return rule.isShort(day, trades) ? Optional.of(early) : Optional.empty();
    }
}
