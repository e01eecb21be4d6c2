package io.riskwatch.portfolio.analysis.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many reports are typeset at once, and how long one may take.
 *
 * @param typesetters threads
 * @param waiting reports that may wait for one; more are told to come back
 * @param within from asking to the last page
 */
@Validated
@ConfigurationProperties("riskwatch.report")
public record ReportSettings(
        @Min(1) @Max(64) @DefaultValue("2") int typesetters,
        @Min(1) @Max(1_000) @DefaultValue("16") int waiting,

        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5) @DefaultValue("30s")
        Duration within) {}
