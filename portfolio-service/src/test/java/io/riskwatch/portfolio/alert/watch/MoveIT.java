package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moves since the previous close and within minutes, which outlast a restart. */
class MoveIT extends WatchTestBase {

    @Test
    void aMoveCountsFromThePreviousCloseOrWithinAWindow() {
        TestCaller caller = callers.inNewOrganisation();
        String daily = newSymbol();
        String windowed = newSymbol();
        create(caller, RULES, move(daily, "BELOW", ""));
        create(caller, RULES, move(windowed, "EITHER", ",\"windowMinutes\":10"));
        TickWatch watch = replica();
        Instant began = Instant.now();

        watch.ticks(List.of(
                new Tick(daily, new BigDecimal("106"), "USD", began, new BigDecimal("100")),
                tick(windowed, "100", began),
                // half an hour later nothing of it is within ten minutes
                tick(windowed, "106", began.plusSeconds(1_800)),
                tick(windowed, "109", began.plusSeconds(1_860))));
        stays(() -> inbox(caller).isEmpty());
        watch.ticks(List.of(
                new Tick(daily, new BigDecimal("94.9"), "USD", began.plusSeconds(1), new BigDecimal("100")),
                tick(windowed, "103", began.plusSeconds(1_900))));

        await().until(() -> inbox(caller).size() == 2);
        assertThat(inbox(caller).toString())
                .contains(daily + " fell by 5.1 % since the previous close")
                .contains(windowed + " moved by 5.5 % within 10 minutes");
    }

    @Test
    void aFallBeforeARestartCountsAfterIt() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        create(caller, RULES, move(symbol, "EITHER", ",\"windowMinutes\":60"));
        Instant began = Instant.now();
        KeptMinutes kept = new KeptMinutes(redis);
        TickWatch before = replica(kept);
        before.ticks(List.of(
                tick(symbol, "200", began.minusSeconds(7_200)),
                tick(symbol, "100", began.minusSeconds(1_800)),
                tick(symbol, "98.0", began.minusSeconds(1_200))));
        await().until(() -> {
            kept.write();
            return Long.valueOf(3).equals(redis.opsForZSet().size("alert:minutes:" + symbol));
        });
        before.destroy();

        // 98 is no move of five percent from 100; 94.9 is one, which a window that began with the restart would not see
        replica(new KeptMinutes(redis)).ticks(List.of(tick(symbol, "94.9", began)));

        assertThat(onlyAlert(caller).path("message").stringValue()).contains("5.1 %");
        replica(new KeptMinutes(redis)).ticks(List.of(tick(symbol, "94.9", began.plusMillis(1))));
        stays(() -> inbox(caller).size() == 1);
    }

    @Test
    void ofWhatReplicasKeepOfAMinuteTheWiderRangeCounts() {
        String symbol = newSymbol();
        Instant now = Instant.now();
        long minute = PriceWindow.minute(now);
        for (String[] range : new String[][] {{"9.5", "101"}, {"10", "100"}, {"9.50", "100.5"}}) {
            KeptMinutes replica = new KeptMinutes(redis);
            replica.keep(symbol, new PriceWindow.Minute(minute, new BigDecimal(range[0]), new BigDecimal(range[1])));
            replica.keep(symbol, new PriceWindow.Minute(minute - 1_500, BigDecimal.ONE, BigDecimal.ONE));
            replica.write();
        }

        assertThat(new KeptMinutes(redis).read(symbol, 0))
                .containsExactly(new PriceWindow.Minute(minute, new BigDecimal("9.5"), new BigDecimal("101")));
        assertThat(redis.getExpire("alert:minutes:" + symbol)).isPositive();
    }
}
