package io.riskwatch.marketdata.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarIT extends MarketdataIT {

    @Autowired
    private Exchange exchange;

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "XNYS, 2026-07-02T13:29:59Z, false, 2026-07-02T13:30:00Z, 2026-07-02T20:00:00Z",
        "XNYS, 2026-07-02T13:30:00Z, true, 2026-07-06T13:30:00Z, 2026-07-02T20:00:00Z",
        "XNYS, 2026-07-02T20:00:00Z, false, 2026-07-06T13:30:00Z, 2026-07-06T20:00:00Z",
        "XNYS, 2026-11-27T17:59:59Z, true, 2026-11-30T14:30:00Z, 2026-11-27T18:00:00Z",
        "XLON, 2026-12-24T12:30:00Z, false, 2026-12-29T08:00:00Z, 2026-12-29T16:30:00Z",
        "XSIM, 2026-11-28T12:00:00Z, true, 2026-12-01T00:00:00Z, 2026-12-01T00:00:00Z",
    })
    void aMarketIsOpenWithinItsSessionsOnly(
            String mic, Instant now, boolean open, Instant nextOpen, Instant nextClose) {
        CalendarView view = new CalendarController(exchange, new SettableClock(now)).calendar(mic, null, null);
        assertThat(view.open()).isEqualTo(open);
        assertThat(view.nextOpen()).isEqualTo(nextOpen);
        assertThat(view.nextClose()).isEqualTo(nextClose);
    }

    @Test
    void sessionsShortDaysAndHolidaysOfASpanAreTold() {
        client(ORGANISATION)
                .get()
                .uri("/api/v1/calendars/XNAS?from=2026-11-25&to=2026-11-30")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.timeZone")
                .isEqualTo("America/New_York")
                .jsonPath("$.sessions.length()")
                .isEqualTo(3)
                .jsonPath("$.sessions[1].day")
                .isEqualTo("2026-11-27")
                .jsonPath("$.sessions[1].earlyClose")
                .isEqualTo(true)
                .jsonPath("$.sessions[1].closes")
                .isEqualTo("2026-11-27T18:00:00Z")
                .jsonPath("$.holidays[0].day")
                .isEqualTo("2026-11-26")
                .jsonPath("$.holidays[0].name")
                .isEqualTo("Thanksgiving Day");
        client(ORGANISATION)
                .get()
                .uri("/api/v1/calendars")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@ == 'XSIM')]")
                .exists()
                .jsonPath("$[?(@ == 'XNAS')]")
                .exists();
    }

    @Test
    void whatIsNoCalendarAndWhatIsNoSpanAreRefused() {
        refused("/api/v1/calendars/XTKS", 404);
        refused("/api/v1/calendars/XNYS?from=2026-02-01&to=2026-01-01", 400);
        refused("/api/v1/calendars/XNYS?from=1800-01-01", 400);
        refused("/api/v1/calendars/XNYS?from=" + LocalDate.MAX, 400);
        refused("/api/v1/calendars/XNYS?from=2020-01-01&to=2021-02-04", 400);
        anonymous()
                .get()
                .uri("/api/v1/calendars/XNYS")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private void refused(String path, int status) {
        client(ORGANISATION).get().uri(path).exchange().expectStatus().isEqualTo(status);
    }
}
