package io.riskwatch.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.marketdata.MarketdataIT;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

class QuoteIT extends MarketdataIT {

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void quotesAreLiveLabelledAndCarryTheDayChange() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(quotes("ORBX,EURUSD,ZZZ").quotes()).noneMatch(QuoteView::stale));
        QuoteController.Quotes answer = quotes("ORBX,EURUSD,ZZZ");
        assertThat(answer.missing()).containsExactly("ZZZ");
        assertThat(answer.quotes()).extracting(QuoteView::symbol).containsExactly("ORBX", "EURUSD");
        QuoteView orbx = answer.quotes().getFirst();
        assertThat(orbx.simulated()).isTrue();
        assertThat(orbx.provider()).isEqualTo("xsim");
        assertThat(orbx.price()).isPositive();
        assertThat(orbx.change()).isEqualTo(orbx.price() - orbx.previousClose());
        assertThat(orbx.changeFraction()).isEqualTo(orbx.price() / orbx.previousClose() - 1);
    }

    @Test
    void theMarketTicksRoundTheClockThroughRedis() {
        QuoteView before = quotes("XWORLD").quotes().getFirst();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> quotes("XWORLD").quotes().getFirst().asOf().isAfter(before.asOf()));
        assertThat(redis.opsForHash().size("quotes")).isEqualTo(56);
        assertThat(redis.opsForHash().get("quotes", "XWORLD").toString()).contains("\"simulated\":true");
    }

    @Test
    void aQuestionHasABound() {
        String many = IntStream.range(0, 501).mapToObj(i -> "S" + i).collect(Collectors.joining(","));
        for (String wrong : List.of("?symbols=" + many, "?symbols=", "")) {
            client(ORGANISATION)
                    .get()
                    .uri("/api/v1/quotes" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    private QuoteController.Quotes quotes(String symbols) {
        return client(ORGANISATION)
                .get()
                .uri("/api/v1/quotes?symbols=" + symbols)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(QuoteController.Quotes.class)
                .returnResult()
                .getResponseBody();
    }
}
