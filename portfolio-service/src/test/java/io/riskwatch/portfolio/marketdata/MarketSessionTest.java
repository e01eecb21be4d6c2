package io.riskwatch.portfolio.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old a price is when a market that is closed makes none older. */
class MarketSessionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "open for ten minutes since, 2026-11-25T15:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-25T15:10:00Z, PT10M",
        "Thursday's close on the Saturday after Good Friday, 2026-04-02T20:00:00Z, 2026-04-02T20:00:00Z,"
                + " 2026-04-06T13:30:00Z, 2026-04-04T12:00:00Z, PT0S",
        "a minute before the close on the holiday, 2026-11-25T20:59:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-26T15:00:00Z, PT1M",
        "the feed died an hour before the close, 2026-11-25T20:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-26T15:00:00Z, PT1H",
        "traded after the close, 2026-11-25T22:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-26T15:00:00Z, PT0S",
        "five minutes after the opening, 2026-11-25T21:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-27T14:35:00Z, PT5M",
        "never told again, 2026-11-25T21:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z, 2026-11-28T14:30:00Z, P1D",
        "an exchange rate on Saturday, 2026-11-27T21:58:00Z, 2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z,"
                + " 2026-11-28T12:00:00Z, PT2M",
        "an exchange rate on Wednesday, 2026-11-25T03:00:00Z, 2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z,"
                + " 2026-11-25T03:20:00Z, PT20M",
        "a price from the future, 2026-11-25T15:00:01Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z,"
                + " 2026-11-25T15:00:00Z, PT0S",
    })
    void aPriceGrowsOldWhileItsMarketIsOpen(
            String when, Instant asOf, Instant closes, Instant nextOpens, Instant now, Duration age) {
        assertThat(MarketSession.of(closes, nextOpens).openSince(asOf, now))
                .as(when)
                .isEqualTo(age);
    }

    @Test
    void cryptoAndMarketsOfUnknownHoursAreAlwaysOpen() {
        var saturday = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(MarketSession.of(null, null)).isEqualTo(MarketSession.ALWAYS_OPEN);
        assertThat(MarketSession.of(saturday, null)).isEqualTo(MarketSession.ALWAYS_OPEN);
        assertThat(MarketSession.ALWAYS_OPEN.openSince(saturday.minusSeconds(1_200), saturday))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(MarketSession.ALWAYS_OPEN.closedSince(saturday)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-27T17:59:59Z, false",
        "2026-11-27T18:00:00Z, true",
        "2026-11-30T14:29:59Z, true",
        "2026-11-30T14:30:00Z, false"
    })
    void itIsClosedFromTheCloseToTheNextOpening(Instant now, boolean closed) {
        var close = Instant.parse("2026-11-27T18:00:00Z");
        var session = MarketSession.of(close, Instant.parse("2026-11-30T14:30:00Z"));
        assertThat(session.closedSince(now).isPresent()).isEqualTo(closed);
        assertThat(session.closedSince(now).orElse(close)).isEqualTo(close);
    }
}
