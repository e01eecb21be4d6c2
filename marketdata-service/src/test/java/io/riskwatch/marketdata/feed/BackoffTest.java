package io.riskwatch.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BackoffTest {

    @Test
    void pausesDoubleUpToTheLongestAndAreShortenedByChance() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new SplittableRandom(7));
        for (int full : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(full * 500L), Duration.ofSeconds(full));
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void manyFailuresNeverMakeAPauseNegative() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new SplittableRandom(7));
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.next()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void theDefaultsFlagSilenceWithinFiveSecondsAndContradictionsAreRefused() {
        FeedProperties defaults =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("riskwatch.feeds", FeedProperties.class);
        assertThat(defaults.staleAfter()).isLessThan(Duration.ofSeconds(5));
        assertThatThrownBy(() -> new FeedProperties(
                        true,
                        defaults.lease(),
                        Duration.ofSeconds(9),
                        defaults.staleAfter(),
                        defaults.deadAfter(),
                        defaults.firstPause(),
                        defaults.longestPause(),
                        defaults.refusedPause()))
                .hasMessageContaining("stale-after");
        assertThatThrownBy(() -> new FeedProperties(
                        true,
                        Duration.ofMillis(1),
                        defaults.ping(),
                        defaults.staleAfter(),
                        defaults.deadAfter(),
                        defaults.firstPause(),
                        defaults.longestPause(),
                        defaults.refusedPause()))
                .hasMessageContaining("lease");
    }
}
