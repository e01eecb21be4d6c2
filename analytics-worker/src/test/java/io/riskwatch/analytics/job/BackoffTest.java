package io.riskwatch.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "5000, 0, 2500",
        "5000, 0.5, 3750",
        "5000, 0.9999999999999999, 5000",
        "45000, 0.9999999999999999, 45000",
        "1, 0, 0",
        "1, 0.9999999999999999, 1",
    })
    void halfIsCertainAndTheRestByChance(long longest, double chance, long wait) {
        assertThat(Backoff.wait(Duration.ofMillis(longest), chance)).isEqualTo(Duration.ofMillis(wait));
    }

    @Test
    void everyWaitBetweenHalfAndAllIsEquallyLikely() {
        Random random = new Random(7);
        long[] waits = LongStream.generate(() ->
                        Backoff.wait(Duration.ofMillis(10), random.nextDouble()).toMillis())
                .limit(60_000)
                .toArray();

        for (long wait = 5; wait <= 10; wait++) {
            long expected = wait;
            // four standard errors of 60,000 draws with a chance of one in six
            assertThat(LongStream.of(waits).filter(one -> one == expected).count())
                    .as("waits of " + wait)
                    .isBetween(10_000L - 366, 10_000L + 366);
        }
        assertThat(LongStream.of(waits)).allMatch(wait -> wait >= 5 && wait <= 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aChanceIsOne(double chance) {
        assertThatThrownBy(() -> Backoff.wait(Duration.ofSeconds(5), chance)).hasMessageContaining("[0, 1)");
    }
}
