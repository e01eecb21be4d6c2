package io.riskwatch.portfolio.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        // over midnight, in winter one hour ahead of UTC
        "22:00, 07:00, 2026-11-29T20:59:59Z,",
        "22:00, 07:00, 2026-11-29T21:00:00Z, 2026-11-30T06:00:00Z",
        "22:00, 07:00, 2026-11-30T02:00:00Z, 2026-11-30T06:00:00Z",
        "22:00, 07:00, 2026-11-30T05:59:59Z, 2026-11-30T06:00:00Z",
        "22:00, 07:00, 2026-11-30T06:00:00Z,",
        // within a day
        "12:00, 13:30, 2026-11-29T11:15:00Z, 2026-11-29T12:30:00Z",
        "12:00, 13:30, 2026-11-29T12:30:00Z,",
        // the night the clocks go forward has no 02:30: it ends an hour later by the clock, when summer time says 03:30
        "22:00, 02:30, 2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z",
        // the night they go back has 02:30 twice: it ends at the first
        "22:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
    })
    void theyEndOnTheClocksOfTheirZone(String from, String to, Instant moment, Instant end) {
        var quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("Europe/Berlin"), true);

        assertThat(quiet.heldBackUntil(moment, false)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void whatIsUrgentPassesWhenThatIsWanted() {
        var night = Instant.parse("2026-11-30T02:00:00Z");
        var from = LocalTime.of(22, 0);
        var to = LocalTime.of(7, 0);
        var zone = ZoneId.of("Europe/Berlin");

        assertThat(new QuietHours(from, to, zone, true).heldBackUntil(night, true))
                .isEmpty();
        assertThat(new QuietHours(from, to, zone, false).heldBackUntil(night, true))
                .isPresent();
    }

    @Test
    void aWholeDayOfQuietIsNoQuietHour() {
        var noon = LocalTime.NOON;
        assertThatThrownBy(() -> new QuietHours(noon, noon, ZoneId.of("UTC"), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
