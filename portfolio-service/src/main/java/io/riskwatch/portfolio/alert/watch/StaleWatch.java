package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertKind;
import io.riskwatch.portfolio.tick.LatestTicks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks by the clock for prices that have stayed away while their market was open. A symbol that has never had one is not
 * watched.
 */
@Component
class StaleWatch {

    private static final BigDecimal SECONDS_PER_MINUTE = new BigDecimal(60);

    private final RuleBook book;
    private final PortfolioWatch portfolios;
    private final LatestTicks latest;
    private final Crossings crossings;
    private final Clock clock;

    StaleWatch(RuleBook book, PortfolioWatch portfolios, LatestTicks latest, Crossings crossings, Clock clock) {
        this.book = book;
        this.portfolios = portfolios;
        this.latest = latest;
        this.crossings = crossings;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${riskwatch.alert.watch.stale-interval:5s}")
    void look() {
        var now = clock.instant();
        for (var rule : book.all()) {
            if (rule.terms().kind() == AlertKind.STALE_DATA) {
                longest(rule, now)
                        .map(StaleWatch::minutes)
                        .flatMap(age -> rule.observe(age, now, null))
                        .ifPresent(crossings::put);
            }
        }
    }

    private Optional<Duration> longest(WatchedRule rule, Instant now) {
        var symbol = rule.terms().symbol();
        var symbols = symbol == null
                ? portfolios.symbols(Objects.requireNonNull(rule.terms().portfolioId()))
                : Set.of(symbol);
        return symbols.stream()
                .map(latest::find)
                .flatMap(Optional::stream)
                .map(tick -> tick.age(now))
                .max(Duration::compareTo);
    }

    private static BigDecimal minutes(Duration age) {
        return BigDecimal.valueOf(age.toSeconds()).divide(SECONDS_PER_MINUTE, 2, RoundingMode.HALF_EVEN);
    }
}
