package io.riskwatch.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.stream.StreamClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisAwayIT extends MarketdataIT {

    @Test
    void withoutRedisQuotesAreAnsweredStaleAndAfterwardsFlowAgain() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            client.subscribe("ORBX");
            client.next("snapshot");
            client.next("prices");
            TestStack.redis().kill();
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> quote().stale());
                assertThat(quote().price()).isPositive();
                assertThat(client.next("status").get("state").asString()).isEqualTo("STALE");
                client.subscribe("XWORLD");
                assertThat(client.next("snapshot").get("prices")).hasSize(1);
            } finally {
                TestStack.redis().start();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> !quote().stale());
            assertThat(client.next("status").get("state").asString()).isEqualTo("LIVE");
            client.messages.clear();
            assertThat(client.next("prices")).isNotNull();
        }
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
