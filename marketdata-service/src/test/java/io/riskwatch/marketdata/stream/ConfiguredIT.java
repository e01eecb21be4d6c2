package io.riskwatch.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.riskwatch.marketdata.MarketdataIT;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A service told to send every tick at once, to keep exchange hours, and to run a crash drill. */
@TestPropertySource(
        properties = {
            "riskwatch.stream.flush-interval=0",
            "riskwatch.xsim.hours=exchange",
            "riskwatch.xsim.crash-drill.starts=2026-01-01T00:00:00Z",
            "riskwatch.xsim.crash-drill.lasts=36500d",
            "riskwatch.xsim.crash-drill.depth=0.3"
        })
class ConfiguredIT extends MarketdataIT {

    @Autowired
    private StringRedisTemplate redis;

    /** With conflation there are ten frames a second at most, however many ticks come. */
    @Test
    void withoutConflationThereAreMoreFramesThanTenASecond() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            tick(1);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                client.subscribe("TICKED");
                assertThat(client.next("snapshot").get("prices")).hasSize(1);
            });
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                client.messages.clear();
                long started = System.nanoTime();
                int ticks = 200;
                for (int i = 2; i <= ticks; i++) {
                    tick(i);
                }
                int frames = 1;
                while (last(client.next("prices")) < ticks) {
                    frames++;
                }
                double seconds = (System.nanoTime() - started) / 1e9;
                System.out.printf("%d ticks in %.3f s came in %d frames%n", ticks, seconds, frames);
                assertThat(frames).isGreaterThan((int) (10 * seconds) + 2);
            });
        }
    }

    @Test
    void pricesOfACrashDrillSaySo() {
        String quotes = client(ORGANISATION)
                .get()
                .uri("/api/v1/quotes?symbols=ORBX")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(quotes).contains("\"xsim (crash drill)\"");
    }

    @Test
    void withExchangeHoursTheHistoryHasHolidays() {
        client(ORGANISATION)
                .get()
                .uri("/api/v1/history/ORBX?from=2025-04-17&to=2025-04-21")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.points.length()")
                .isEqualTo(2)
                .jsonPath("$.points[1].date")
                .isEqualTo("2025-04-21");
    }

    @Test
    void anIntervalTooShortToMeanAnythingIsRefused() {
        assertThatThrownBy(() -> properties(Duration.ofMillis(4))).hasMessageContaining("flush-interval");
        assertThat(properties(Duration.ZERO).conflated()).isFalse();
        assertThat(properties(Duration.ofMillis(100)).conflated()).isTrue();
    }

    private static StreamProperties properties(Duration interval) {
        return new StreamProperties(interval, Duration.ofSeconds(5), Duration.ofSeconds(10), 1, 1, 1, 1);
    }

    private static double last(JsonNode prices) {
        JsonNode all = prices.get("prices");
        return all.get(all.size() - 1).get(1).asDouble();
    }

    private void tick(int price) {
        redis.convertAndSend(
                "quotes",
                "[{\"symbol\":\"TICKED\",\"price\":" + price + ",\"currency\":\"USD\",\"asOf\":\"" + Instant.now()
                        + "\",\"provider\":\"test\",\"simulated\":true}]");
    }
}
