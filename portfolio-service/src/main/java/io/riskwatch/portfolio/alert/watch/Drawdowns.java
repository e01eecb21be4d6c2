package io.riskwatch.portfolio.alert.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.alert.rule.AlertRule;
import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.ValueHistories;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far a portfolio is below its peak, deposits and withdrawals apart: 1 - I / max(I), where I is linked of the daily growth
 * (V + withdrawals) / (V of the day before + deposits). The days before today are read once and again when something was
 * booked; today's growth is of the value at hand.
 */
@Component
class Drawdowns {

    private static final int MOST_KEPT = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final ValueHistories histories;
    private final OnBehalf onBehalf;
    private final Cache<Key, Past> pasts =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    Drawdowns(ValueHistories histories, OnBehalf onBehalf) {
        this.histories = histories;
        this.onBehalf = onBehalf;
    }

    private record Key(UUID portfolioId, LocalDate since, LocalDate today) {}

    /**
     * Everything before today.
     *
     * @param held when it was read: other holdings mean that something was booked
     * @param before yesterday's value with what came in today, which today's value is compared with
     * @param out what went out today
     */
    private record Past(HeldPortfolio held, double index, double peak, double before, double out) {

        boolean isOf(HeldPortfolio now) {
            return held.positions().equals(now.positions()) && held.cash().equals(now.cash());
        }

        Measured drawdown(double value) {
            if (before <= 0) {
                return Measured.not("The portfolio was worth nothing yesterday: there is no peak yet.");
            }
            var now = index * (value + out) / before;
            var fall = Math.max(0, 1 - now / Math.max(peak, now));
            return Measured.of(new BigDecimal(fall, MathContext.DECIMAL32));
        }
    }

    Measured of(AlertRule rule, Valuation valuation) {
        var since = Objects.requireNonNull(rule.terms().since());
        var portfolio = Objects.requireNonNull(rule.terms().portfolioId());
        var key = new Key(portfolio, since, histories.today());
        var known = pasts.getIfPresent(key);
        if (known == null || !known.isOf(valuation.held())) {
            known = read(rule, key, valuation.held()).orElse(null);
            if (known == null) {
                return Measured.not("The past of the portfolio cannot be valued at the moment.");
            }
            pasts.put(key, known);
        }
        return known.drawdown(valuation.value().doubleValue());
    }

    private Optional<Past> read(AlertRule rule, Key key, HeldPortfolio held) {
        List<PortfolioHistory> read = new ArrayList<>(1);
        onBehalf.of(
                rule.savedBy(),
                rule.organisationId(),
                () -> read.add(histories.of(Scope.all(key.portfolioId()), Optional.of(key.since()), key.today())));
        var history = read.getFirst();
        return history.marketDataAway() ? Optional.empty() : Optional.ofNullable(past(history, held));
    }

    /** {@code null} when a flow cannot be valued. */
    private static @Nullable Past past(PortfolioHistory history, HeldPortfolio held) {
        if (history.values().isEmpty()) {
            return new Past(held, 1, 1, 0, 0);
        }
        var values = history.values().get();
        var days = values.days();
        var in = new double[days.count()];
        var out = new double[days.count()];
        var flows = history.holdings().flows().stream()
                .filter(flow -> days.contains(flow.date()))
                .toList();
        var worth = values.worth(flows);
        for (int i = 0; i < worth.length; i++) {
            if (Double.isNaN(worth[i])) {
                return null;
            }
            var flow = flows.get(i);
            (flow.inward() ? in : out)[days.index(flow.date())] += worth[i];
        }
        int today = days.count() - 1;
        if (today == 0) {
            // what was there before, or came today: the peak begins with it
            return new Past(
                    held, 1, 1, history.inception().isBefore(days.first()) ? values.value(0) + out[0] : in[0], out[0]);
        }
        double index = 1;
        double peak = 1;
        for (int day = 1; day < today; day++) {
            var before = values.value(day - 1) + in[day];
            index *= before > 0 ? (values.value(day) + out[day]) / before : 1;
            peak = Math.max(peak, index);
        }
        return new Past(held, index, peak, values.value(today - 1) + in[today], out[today]);
    }
}
