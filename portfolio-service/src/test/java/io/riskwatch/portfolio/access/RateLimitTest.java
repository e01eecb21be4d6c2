package io.riskwatch.portfolio.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private final RateLimit limit = new RateLimit(2, Duration.ofHours(1));

    @Test
    void afterSoManyAttemptsOneWaits() {
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(30)));
        assertThat(limit.take("b")).as("another key").isEmpty();
    }

    @Test
    void whatIsGivenBackCountsNoMore() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take("a")).isEmpty();
            limit.giveBack("a");
        }
        limit.giveBack("a");
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a"))
                .as("giving back never gives more than there was")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:db8:1:2::7, 2001:db8:1:2::",
        "2001:db8::1, 2001:db8::",
        "::1, ::1"
    })
    void oneHouseholdIsOneAddress(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }
}
