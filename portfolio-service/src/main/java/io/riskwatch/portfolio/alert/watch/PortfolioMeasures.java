package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.alert.rule.AlertRule;
import io.riskwatch.portfolio.alert.rule.Measure;
import io.riskwatch.portfolio.allocation.Allocations;
import io.riskwatch.portfolio.allocation.Rebalancing;
import io.riskwatch.portfolio.analysis.StoredRisk;
import io.riskwatch.portfolio.valuation.Valuation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each rule about a portfolio compares with its threshold. */
@Component
class PortfolioMeasures {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Drawdowns drawdowns;
    private final StoredRisk risks;
    private final Allocations allocations;
    private final MarginDistances margins;
    private final OnBehalf onBehalf;

    PortfolioMeasures(
            Drawdowns drawdowns,
            StoredRisk risks,
            Allocations allocations,
            MarginDistances margins,
            OnBehalf onBehalf) {
        this.drawdowns = drawdowns;
        this.risks = risks;
        this.allocations = allocations;
        this.margins = margins;
        this.onBehalf = onBehalf;
    }

    /** Of a rule whose value comes of a valuation. */
    Measured of(AlertRule rule, Valuation valuation) {
        return switch (rule.terms().kind()) {
            case DRAWDOWN -> drawdowns.of(rule, valuation);
            case VALUE_AT_RISK -> valueAtRisk(rule, valuation);
            case DRIFT -> drift(rule, valuation);
            case MARGIN_DISTANCE ->
                rule.terms().measure() == Measure.STATE ? margins.state(valuation) : margins.distance(valuation);
            case PRICE, PERCENT_MOVE, STALE_DATA ->
                throw new IllegalArgumentException(
                        "a rule of kind " + rule.terms().kind() + " needs no valuation");
        };
    }

    private Measured valueAtRisk(AlertRule rule, Valuation valuation) {
        var terms = rule.terms();
        var stored = risks.oneDayValueAtRisk(
                Objects.requireNonNull(terms.portfolioId()), Objects.requireNonNull(terms.confidence()));
        if (stored.isEmpty()) {
            return Measured.not("There is no finished risk check of this portfolio with a one-day VaR at "
                    + terms.confidence() + "; run one, or schedule it.");
        }
        return terms.measure() == Measure.LIMIT ? Measured.of(stored.get()) : loss(valuation, stored.get());
    }

    /** Today's loss over the VaR, both as fractions of the value at the previous closes. */
    private static Measured loss(Valuation valuation, BigDecimal valueAtRisk) {
        var change = valuation.dayChange();
        var before = valuation.value().subtract(change);
        if (before.signum() <= 0 || valueAtRisk.signum() <= 0) {
            return Measured.not("Today's loss cannot be compared: yesterday's value or the VaR is not above 0.");
        }
        return Measured.of(
                change.negate().divide(before, MathContext.DECIMAL64).divide(valueAtRisk, MathContext.DECIMAL64));
    }

    private Measured drift(AlertRule rule, Valuation valuation) {
        List<Optional<Rebalancing>> found = new ArrayList<>(1);
        onBehalf.of(rule.savedBy(), rule.organisationId(), () -> found.add(allocations.rebalancing(valuation)));
        return found.getFirst()
                .map(rebalancing -> Measured.of(rebalancing.buckets().stream()
                        .map(bucket -> bucket.drift().abs())
                        .reduce(ZERO, BigDecimal::max)))
                .orElseGet(() -> Measured.not("The portfolio has no target allocation; set one."));
    }
}
