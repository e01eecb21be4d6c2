package io.riskwatch.portfolio.tick;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code riskwatch.ticks.*}.
 *
 * @param staleAfter how long a market may be open without a new price before the last one no longer counts
 */
@ConfigurationProperties("riskwatch.ticks")
record TickSettings(@DefaultValue("15m") Duration staleAfter) {}
