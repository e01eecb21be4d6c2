package io.riskwatch.portfolio.analysis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How analyses are released and kept.
 *
 * @param keep how long an analysis stays with its result after it ended
 * @param workers how many run at once; 0 = as many as the broker counts
 */
@Validated
@ConfigurationProperties("riskwatch.analysis")
record AnalysisSettings(
        @Min(0) @Max(10_000) @DefaultValue("0") int workers,

        @NotNull @DurationMin(days = 1) @DefaultValue("365d")
        Duration keep) {}
