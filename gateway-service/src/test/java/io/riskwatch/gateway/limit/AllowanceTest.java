package io.riskwatch.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final int BURST = 400;

    private long now = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos(); // nanoTime may overflow
    private final Allowance allowance = new Allowance(now);

    @Test
    void aClientWhoSendsLittleIsCountedOneByOne() {
        for (int i = 0; i < 10; i++) {
            assertThat(allowance.spend(now)).isFalse();
            assertThat(allowance.wanted(BURST)).isEqualTo(1);
            answer(1);
            pass(Duration.ofMillis(700));
        }
    }

    @Test
    void aBusyClientIsGrantedHalfOfWhatItSentInTheSecondBefore() {
        send(40);
        pass(Duration.ofSeconds(1));

        assertThat(allowance.spend(now)).isFalse();
        assertThat(allowance.wanted(BURST)).isEqualTo(20);
        assertThat(allowance.wanted(BURST))
                .as("while the first question is on its way")
                .isEqualTo(1);
        answer(20);

        for (int i = 0; i < 19; i++) {
            assertThat(allowance.spend(now)).isTrue();
        }
        assertThat(allowance.spend(now)).isFalse();
    }

    @Test
    void noGrantIsMoreThanAShareOfTheBurst() {
        send(1_000);
        pass(Duration.ofSeconds(1));
        allowance.spend(now);
        assertThat(allowance.wanted(BURST)).isEqualTo(25);
        allowance.answered();
        assertThat(allowance.wanted(5)).isEqualTo(1);
    }

    @Test
    void whatIsNotSpentWithinASecondIsLost() {
        send(40);
        pass(Duration.ofSeconds(1));
        allowance.spend(now);
        answer(allowance.wanted(BURST));
        pass(Duration.ofMillis(999));
        assertThat(allowance.spend(now)).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(allowance.spend(now)).isFalse();
    }

    @Test
    void afterARestTheRushIsForgotten() {
        send(40);
        pass(Duration.ofSeconds(2));
        allowance.spend(now);
        assertThat(allowance.wanted(BURST)).isEqualTo(1);
    }

    @Test
    void aRefusalHoldsForItsTime() {
        assertThat(allowance.refusedNanos(now)).isNotPositive();
        allowance.refused(5_000, now);
        assertThat(allowance.refusedNanos(now)).isEqualTo(5_000);
        now += 5_000;
        assertThat(allowance.refusedNanos(now)).isNotPositive();
    }

    private void send(int requests) {
        for (int i = 0; i < requests; i++) {
            if (!allowance.spend(now)) {
                answer(1);
            }
        }
    }

    private void answer(int granted) {
        allowance.answered();
        allowance.granted(granted, now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
