package io.riskwatch.portfolio.analysis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How analyses are released.
 *
 * @param window how many may lie in the broker or run: about twice what the workers take at once, so that nobody's jobs
 *     stand before others' there
 * @param workers how many run at once, for the time that is left to those who wait
 */
@Validated
@ConfigurationProperties("riskwatch.analysis")
record AnalysisSettings(
        @Min(1) @Max(10_000) @DefaultValue("8") int window,
        @Min(1) @Max(10_000) @DefaultValue("2") int workers) {}
