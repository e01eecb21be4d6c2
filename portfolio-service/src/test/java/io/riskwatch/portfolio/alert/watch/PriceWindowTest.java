package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.alert.watch.PriceWindow.Minute;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceWindowTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final long MINUTE = PriceWindow.minute(NOON);

    private final PriceWindow window = new PriceWindow();

    private void add(String price, long secondsAfterNoon) {
        window.add(new BigDecimal(price), NOON.plusSeconds(secondsAfterNoon));
    }

    private static Minute minute(long number, String low, String high) {
        return new Minute(number, new BigDecimal(low), new BigDecimal(high));
    }

    @Test
    void theLowestAndTheHighestAreOfTheLastMinutesOnly() {
        add("100", 0);
        add("90", 30);
        add("110", 600);
        add("105", 1_200);
        assertThat(window.low(60, NOON.plusSeconds(1_200))).isEqualByComparingTo("90");
        assertThat(window.high(60, NOON.plusSeconds(1_200))).isEqualByComparingTo("110");
        assertThat(window.low(10, NOON.plusSeconds(1_200))).isEqualByComparingTo("105");
        assertThat(window.high(10, NOON.plusSeconds(1_200))).isEqualByComparingTo("110");
        assertThat(window.high(9, NOON.plusSeconds(1_200))).isEqualByComparingTo("105");
    }

    @Test
    void aPriceThatChangesNothingIsNotWorthKeeping() {
        assertThat(window.add(BigDecimal.TEN, NOON)).hasValue(minute(MINUTE, "10", "10"));
        assertThat(window.add(BigDecimal.TEN, NOON.plusSeconds(1))).isEmpty();
        assertThat(window.add(BigDecimal.ONE, NOON.plusSeconds(2))).hasValue(minute(MINUTE, "1", "10"));
        assertThat(window.add(BigDecimal.TWO, NOON.plusSeconds(60))).hasValue(minute(MINUTE + 1, "2", "2"));
    }

    @Test
    void whatWasKeptComesBeforeWhatIsKnownAndWidensItsFirstMinute() {
        add("100", 0);
        window.precede(List.of(
                minute(MINUTE - 61, "1", "900"),
                minute(MINUTE - 5, "80", "101"),
                minute(MINUTE, "99", "100.5"),
                minute(MINUTE + 1, "1", "900")));
        assertThat(window.low(60, NOON)).isEqualByComparingTo("80");
        assertThat(window.high(60, NOON)).isEqualByComparingTo("101");
        assertThat(window.low(0, NOON)).isEqualByComparingTo("99");
        assertThat(window.high(0, NOON)).isEqualByComparingTo("100.5");
        add("50", 1_440 * 60);
        assertThat(window.high(1_440, NOON.plusSeconds(1_440 * 60)))
                .as("the longest window")
                .isEqualByComparingTo("100.5");
    }
}
