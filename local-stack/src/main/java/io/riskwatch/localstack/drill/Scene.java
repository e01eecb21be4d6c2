package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.GatewayClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What a drill has at hand. */
record Scene(
        FaultyPlatform platform,
        Broker broker,
        GatewayClient client,
        Asking asking,
        Ledger ledger,
        Verification verification,
        Scale scale,
        long seed,
        Random random,
        Map<String, Double> figures) {

    Scene(
            FaultyPlatform platform,
            Broker broker,
            GatewayClient client,
            Asking asking,
            Ledger ledger,
            Verification verification,
            Scale scale,
            long seed) {
        this(
                platform,
                broker,
                client,
                asking,
                ledger,
                verification,
                scale,
                seed,
                new Random(seed),
                new LinkedHashMap<>());
    }

    void figure(String name, double value) {
        figures.put(name, value);
    }

    /** Does something and remembers how many seconds it took. */
    void timed(String name, Runnable what) {
        long begin = System.nanoTime();
        what.run();
        figure(name, secondsSince(begin));
    }

    /** Waits until nothing is under way any more. */
    void awaitQuiet() {
        verification.awaitQuiet(ledger, scale.patience());
    }

    void pause(Duration time) {
        Asking.sleep(time.toNanos());
    }

    static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
