package io.riskwatch.marketdata.backfill;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How histories are fetched.
 *
 * @param enabled whether this replica fetches any
 * @param topUp whether histories that were fetched are kept up to each last closed trading day
 * @param share of a provider's credits, of a minute's per question and of a day's in all, so that live prices have the rest
 * @param openSymbols how many symbols an organisation may have waiting
 * @param claim how long a replica may be at one piece before another takes it over
 */
@ConfigurationProperties("riskwatch.backfill")
record BackfillProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean topUp,
        @DefaultValue("0.5") double share,
        @DefaultValue("500") int openSymbols,
        @DefaultValue("2m") Duration claim) {

    BackfillProperties {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("riskwatch.backfill.share must lie in (0, 1], was " + share);
        }
        if (openSymbols < 1) {
            throw new IllegalArgumentException("riskwatch.backfill.open-symbols must be at least 1");
        }
        if (claim.compareTo(Duration.ofSeconds(30)) < 0) {
            throw new IllegalArgumentException("riskwatch.backfill.claim must be at least 30s");
        }
    }
}
