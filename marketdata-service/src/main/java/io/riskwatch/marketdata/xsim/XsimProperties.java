package io.riskwatch.marketdata.xsim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated exchange runs.
 *
 * @param seed chooses the history; the same seed is the same history on every machine
 * @param tickInterval how often some symbols tick
 * @param ticksPerInterval how many symbols tick at once, on average
 * @param hours round the clock, or as exchanges do; another choice is another history
 * @param crashDrill a crash of live prices for teaching, where one is planned
 */
@ConfigurationProperties("riskwatch.xsim")
public record XsimProperties(
        @DefaultValue("" + DEFAULT_SEED) long seed,
        @DefaultValue("250ms") Duration tickInterval,
        @DefaultValue("10") int ticksPerInterval,
        @DefaultValue("ALWAYS") TradingHours hours,
        @Nullable CrashDrill crashDrill) {

    static final long DEFAULT_SEED = 134;

    public XsimProperties {
        if (tickInterval.toMillis() < 10) {
            throw new IllegalArgumentException("riskwatch.xsim.tick-interval must be at least 10ms");
        }
        if (ticksPerInterval < 1) {
            throw new IllegalArgumentException("riskwatch.xsim.ticks-per-interval must be at least 1");
        }
    }
}
