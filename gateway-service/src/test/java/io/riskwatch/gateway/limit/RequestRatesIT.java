package io.riskwatch.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.limit.LimitSettings.Rate;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.util.unit.DataSize;

class RequestRatesIT extends GatewayIT {

    private static final int BURST = 4_000;
    private static final int LARGEST_GRANT = BURST / 16;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Test
    void replicasThatSpendInAdvanceLetNoMorePassThanTheLimit() {
        List<RequestRates> replicas = List.of(replica(), replica());
        String user = UUID.randomUUID().toString();
        int passed = 0;
        int refusedInARow = 0;
        while (refusedInARow < replicas.size()) {
            assertThat(passed).isLessThanOrEqualTo(BURST);
            for (RequestRates replica : replicas) {
                boolean passes = passes(replica, user);
                passed += passes ? 1 : 0;
                refusedInARow = passes ? 0 : refusedInARow + 1;
            }
        }
        System.out.println(
                "of " + BURST + " requests " + passed + " passed, the others were granted and not spent in time");
        assertThat(passed).isBetween(BURST - 10 * LARGEST_GRANT, BURST);
    }

    private static boolean passes(RequestRates replica, String user) {
        try {
            replica.user(user).block();
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private RequestRates replica() {
        Rate rate = new Rate(1, Duration.ofDays(1), BURST);
        DataSize any = DataSize.ofMegabytes(1);
        return new RequestRates(redis, new LimitSettings(rate, rate, rate, rate, 0, any, any, any, any));
    }
}
