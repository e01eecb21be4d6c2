package io.riskwatch.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandTimeoutException;
import io.riskwatch.service.problem.ProblemException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class FailuresTest {

    @Test
    void whatIsAProblemAlreadyIsToldAsItIs() {
        ProblemException limit = ProblemException.tooManyRequests(Duration.ofSeconds(3), "Too many.");

        assertThat(Failures.problemOf(new IllegalStateException(limit))).contains(limit);
    }

    @Test
    void aSessionStoreThatIsAwayOrLateSignsNobodyOut() {
        for (Exception failure : new Exception[] {
            new RedisConnectionFailureException("refused"), new RedisCommandTimeoutException("late"),
        }) {
            assertThat(Failures.problemOf(failure)).hasValueSatisfying(problem -> {
                assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(problem.detail()).contains("You stay signed in");
            });
        }
    }

    @Test
    void awayAndLateAreToldApart() {
        assertThat(Failures.problemOf(new RuntimeException(new ConnectException())))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        assertThat(Failures.problemOf(new TimeoutException()))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.GATEWAY_TIMEOUT));
        assertThat(Failures.isLate(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)))
                .isTrue();
        assertThat(Failures.isUnreachable(new TimeoutException())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "405, method-not-allowed", "406, not-acceptable"})
    void whatTheFrameworkRefusesIsToldInOurWords(int status, String type) {
        assertThat(Failures.problemOf(new ResponseStatusException(HttpStatus.valueOf(status), "internal words")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.type()).isEqualTo(type);
                    assertThat(problem.detail()).doesNotContain("internal words");
                });
    }

    @Test
    void aFaultOfOurOwnIsNobodysBusiness() {
        assertThat(Failures.problemOf(new NullPointerException("secret"))).isEmpty();
    }
}
