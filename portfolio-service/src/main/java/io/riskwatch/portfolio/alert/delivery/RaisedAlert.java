package io.riskwatch.portfolio.alert.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told.
 *
 * @param tell whose settings say where it goes beside the inbox; absent: nowhere
 */
public record RaisedAlert(
        @Nullable Firing firing,
        @Nullable UUID tell,
        AlertTopic kind,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        String title,
        String message,
        boolean urgent,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        Instant observedAt) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 1_000;

    /** Which crossing of which rule it is of. */
    public record Firing(UUID ruleId, long number) {}

    public RaisedAlert {
        title = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        message = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    /** Of Riskwatch's own, for the inbox alone. */
    static RaisedAlert notice(String title, String message, Instant at) {
        return new RaisedAlert(null, null, AlertTopic.NOTICE, null, null, title, message, false, null, null, at);
    }
}
