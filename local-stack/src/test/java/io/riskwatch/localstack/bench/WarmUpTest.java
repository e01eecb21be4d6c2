package io.riskwatch.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void endsWhenThreeStepsInARowWereHardlyCheaper() throws InterruptedException {
        Queue<Double> costs = new ArrayDeque<>(List.of(100.0, 60.0, 59.0, 61.0, 40.0, 40.0, 39.0, 41.0, 5.0));

        WarmUp.untilSteady(Duration.ofMinutes(1), costs::remove);

        assertThat(costs).containsExactly(5.0);
    }

    @Test
    void endsWithItsTime() throws InterruptedException {
        double[] cost = {1e9};

        WarmUp.untilSteady(Duration.ofMillis(20), () -> {
            Thread.sleep(5);
            return cost[0] /= 2;
        });

        assertThat(cost[0]).isBetween(1.0, 5e8);
    }
}
