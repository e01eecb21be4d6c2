package io.riskwatch.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.stream.StreamClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RedisAwayIT extends MarketdataIT {

    /** Five times what is promised: the machine that runs this may be busy. */
    private static final int PATIENCE = 5;

    private static final Duration STALE_WITHIN = Duration.ofSeconds(5);
    private static final Duration RESUMES_WITHIN = Duration.ofSeconds(10);

    /** Redis is killed while prices flow, and comes back: nobody restarts anything. */
    @Test
    void withoutRedisQuotesAreAnsweredStaleAndAfterwardsFlowAgain() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            client.subscribe("ORBX");
            client.next("snapshot");
            client.next("prices");
            long killed = System.nanoTime();
            TestStack.redis().kill();
            try {
                JsonNode stale = client.next("status", STALE_WITHIN.multipliedBy(PATIENCE));
                System.out.printf("event=stale-flagged millis=%d limit=%d%n", since(killed), STALE_WITHIN.toMillis());
                assertThat(stale.get("state").asString()).isEqualTo("STALE");
                assertThat(Instant.parse(stale.get("since").asString()))
                        .as("for the page to say since when prices are delayed")
                        .isBetween(Instant.now().minus(STALE_WITHIN.multipliedBy(PATIENCE + 1)), Instant.now());
                await().atMost(Duration.ofSeconds(60)).until(() -> quote().stale());
                assertThat(quote().price())
                        .as("the last price is still answered")
                        .isPositive();
                client.subscribe("XWORLD");
                assertThat(client.next("snapshot").get("prices")).hasSize(1);
            } finally {
                TestStack.redis().start();
            }
            long back = System.nanoTime();
            client.messages.clear();
            JsonNode live = client.next("status", RESUMES_WITHIN.multipliedBy(PATIENCE));
            assertThat(live.get("state").asString()).isEqualTo("LIVE");
            assertThat(client.next("prices", RESUMES_WITHIN.multipliedBy(PATIENCE))
                            .get("prices"))
                    .isNotEmpty();
            System.out.printf("event=prices-resumed millis=%d limit=%d%n", since(back), RESUMES_WITHIN.toMillis());
            await().atMost(RESUMES_WITHIN.multipliedBy(PATIENCE)).until(() -> !quote().stale());
        }
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private QuoteView quote() {
        return client(ORGANISATION)
                .get()
                .uri("/api/v1/quotes?symbols=ORBX")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(QuoteController.Quotes.class)
                .returnResult()
                .getResponseBody()
                .quotes()
                .getFirst();
    }
}
