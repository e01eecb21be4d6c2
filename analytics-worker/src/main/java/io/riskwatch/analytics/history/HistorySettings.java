package io.riskwatch.analytics.history;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where history is asked for, and as whom. The secret has no default. */
@Validated
@ConfigurationProperties("riskwatch")
record HistorySettings(
        @DefaultValue("http://localhost:8081") String portfolioUrl,
        @DefaultValue("http://localhost:8082") String marketdataUrl,
        @NotNull @Valid @DefaultValue Worker worker) {

    record Worker(
            @NotBlank(message = "is not set: give RISKWATCH_WORKER_SECRET") @DefaultValue("")
            String clientSecret,

            @DefaultValue("20s") Duration historyTimeout) {}
}
