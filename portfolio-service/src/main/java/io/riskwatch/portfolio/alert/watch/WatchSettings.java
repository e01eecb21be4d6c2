package io.riskwatch.portfolio.alert.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often rules about a portfolio are looked at.
 *
 * @param portfolioInterval between two looks at the same portfolio while its prices change
 * @param portfolioAnyway after which it is looked at though no price changed: targets, bookings and analyses change too
 * @param staleInterval between two looks for prices that have stayed away
 */
@ConfigurationProperties("riskwatch.alert.watch")
record WatchSettings(
        @DefaultValue("2s") Duration portfolioInterval,
        @DefaultValue("60s") Duration portfolioAnyway,
        @DefaultValue("5s") Duration staleInterval) {

    WatchSettings {
        if (!portfolioInterval.isPositive()
                || portfolioAnyway.compareTo(portfolioInterval) < 0
                || !staleInterval.isPositive()) {
            throw new IllegalArgumentException("riskwatch.alert.watch: the intervals must be positive, and"
                    + " portfolio-anyway at least portfolio-interval");
        }
    }
}
