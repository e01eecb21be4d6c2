package io.riskwatch.marketdata.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.marketdata.xsim.TradingHours;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionClockTest {
    private static final Instant NOW = Instant.parse("2026-11-27T15:00:00Z");

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        // under way
        "XNAS, 2026-11-25T15:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z",
        // Thanksgiving, then a short Friday, then the weekend
        "XNAS, 2026-11-26T15:00:00Z, 2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z",
        "XNAS, 2026-11-27T17:59:59Z, 2026-11-27T18:00:00Z, 2026-11-30T14:30:00Z",
        "XNAS, 2026-11-28T12:00:00Z, 2026-11-27T18:00:00Z, 2026-11-30T14:30:00Z",
        // from Maundy Thursday to Monday, across no change of clocks; London to Tuesday
        "XNYS, 2026-04-04T12:00:00Z, 2026-04-02T20:00:00Z, 2026-04-06T13:30:00Z",
        "XLON, 2026-04-06T09:00:00Z, 2026-04-02T15:30:00Z, 2026-04-07T07:00:00Z",
        // the clocks of New York change in the weekend
        "XNAS, 2026-03-07T12:00:00Z, 2026-03-06T21:00:00Z, 2026-03-09T13:30:00Z",
    })
    void theSessionOfAnInstantEndsWhereItsMarketCloses(String mic, Instant now, Instant closes, Instant nextOpens) {
        MarketSession session = SessionClock.of(mic).orElseThrow().at(now);
        assertThat(session.closes()).isEqualTo(closes);
        assertThat(session.nextOpens()).isEqualTo(nextOpens);
        assertThat(session.rests()).isTrue();
        assertThat(session.isClosedAt(now)).isEqualTo(!now.isBefore(closes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-25T03:00:00Z, 2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z",
        "2026-11-27T22:00:00Z, 2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z",
        "2026-11-28T12:00:00Z, 2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z",
        "2026-11-29T22:00:00Z, 2026-12-04T22:00:00Z, 2026-12-06T22:00:00Z",
        "2026-07-11T12:00:00Z, 2026-07-10T21:00:00Z, 2026-07-12T21:00:00Z",
    })
    void exchangeRatesHaveOneSessionAWeek(Instant now, Instant closes, Instant nextOpens) {
        MarketSession session = SessionClock.currencies().at(now);
        assertThat(session.closes()).isEqualTo(closes);
        assertThat(session.nextOpens()).isEqualTo(nextOpens);
    }

    @Test
    void theSimulatedExchangeRestsOnlyWithTheHoursOfExchanges() {
        Instant saturday = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(SessionClock.of(new Exchange(134, NOW)).at(saturday).rests()).isFalse();
        MarketSession session = SessionClock.of(new Exchange(134, TradingHours.EXCHANGE, null, NOW))
                .at(saturday);
        assertThat(session.closes()).isEqualTo("2026-11-27T21:00:00Z");
        assertThat(session.nextOpens()).isEqualTo("2026-11-30T14:30:00Z");
        assertThat(session.isClosedAt(saturday)).isTrue();
    }

    @Test
    void aClockThatWasAskedBeforeTellsTheNextSessionToo() {
        SessionClock clock = SessionClock.of("XNAS").orElseThrow();
        assertThat(clock.at(Instant.parse("2026-11-27T15:00:00Z")).closes()).isEqualTo("2026-11-27T18:00:00Z");
        assertThat(clock.at(Instant.parse("2026-11-30T14:29:59Z")).closes()).isEqualTo("2026-11-27T18:00:00Z");
        assertThat(clock.at(Instant.parse("2026-11-30T14:30:00Z")).closes()).isEqualTo("2026-11-30T21:00:00Z");
        assertThat(clock.at(Instant.parse("2026-11-25T15:00:00Z")).closes()).isEqualTo("2026-11-25T21:00:00Z");
    }

    @Test
    void aMarketWhoseHoursAreNotKnownHasNone() {
        assertThat(SessionClock.of("XXXX")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new MarketSession(NOW, NOW, NOW));
    }
}
