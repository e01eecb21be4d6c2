package io.riskwatch.portfolio.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.PortfolioServiceIT;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.RedisClientInfo;

class TickFeedIT extends PortfolioServiceIT {

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks latest;

    @Test
    void pricesArriveAndAnOlderOneIsNotTaken() {
        TestTicks ticks = new TestTicks(redis);
        Instant now = Instant.now();
        ticks.publish("TICKA", "12.5", now);
        await().until(() -> price("TICKA").isPresent());
        assertThat(price("TICKA")).hasValue(new BigDecimal("12.5"));
        assertThat(latest.stale("TICKA")).isFalse();
        assertThat(latest.stale("NOBODY")).isTrue();

        ticks.publish("TICKA", "11", now.minusSeconds(1));
        ticks.publish("TICKB", "7", now.minusSeconds(3600));
        await().until(() -> price("TICKB").isPresent());
        assertThat(price("TICKA")).hasValue(new BigDecimal("12.5"));
        assertThat(latest.stale("TICKB")).as("an hour old").isTrue();
    }

    @Test
    void thePriceOfAClosedMarketIsNotStaleUntilItHasBeenOpenForAWhile() {
        TestTicks ticks = new TestTicks(redis);
        Instant now = Instant.now();
        Instant close = now.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
        ticks.publish("TICKF", "3", close, close, now.plusSeconds(3600));
        ticks.publish("TICKG", "3", close.minusSeconds(3600), close, now.plusSeconds(3600));
        ticks.publish("TICKH", "3", close, close, now.minusSeconds(3600));
        ticks.publish("TICKI", "3", now.minusSeconds(3600), now.plusSeconds(60), now.plusSeconds(3600));
        await().until(() -> price("TICKI").isPresent());

        assertThat(latest.stale("TICKF")).as("closed").isFalse();
        assertThat(latest.closedSince("TICKF")).hasValue(close);
        assertThat(latest.stale("TICKG")).as("closed, and old before the close").isTrue();
        assertThat(latest.stale("TICKH")).as("open again for an hour").isTrue();
        assertThat(latest.closedSince("TICKH")).isEmpty();
        assertThat(latest.stale("TICKI")).as("open, and an hour old").isTrue();
    }

    @Test
    void anUnreadableMessageIsPassedOver() {
        TestTicks ticks = new TestTicks(redis);
        redis.convertAndSend(TickFeed.QUOTES, "[{\"symbol\":\"TICKC\",\"price\":-1}]");
        redis.convertAndSend(TickFeed.QUOTES, "no quotes");
        ticks.publish("TICKD", "3");
        await().until(() -> price("TICKD").isPresent());
        assertThat(price("TICKC")).isEmpty();
    }

    @Test
    void whatWasMissedWhileTheConnectionWasLostIsReadAfterwards() {
        TestTicks ticks = new TestTicks(redis);
        ticks.publish("TICKE", "20");
        await().until(() -> price("TICKE").isPresent());
        ticks.store("TICKE", "21", Instant.now());

        loseSubscriptions();

        await().until(() -> price("TICKE").orElseThrow().equals(new BigDecimal("21")));
        ticks.publish("TICKE", "22");
        await().until(() -> price("TICKE").orElseThrow().equals(new BigDecimal("22")));
    }

    private void loseSubscriptions() {
        for (RedisClientInfo client : redis.getClientList()) {
            if (client.getChannelSubscribtions() > 0) {
                String address = client.getAddressPort();
                int colon = address.lastIndexOf(':');
                redis.killClient(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            }
        }
    }

    private Optional<BigDecimal> price(String symbol) {
        return latest.find(symbol).map(Tick::price);
    }
}
