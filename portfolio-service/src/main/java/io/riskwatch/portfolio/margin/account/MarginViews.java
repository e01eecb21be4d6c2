package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.PositionRequirement;
import io.riskwatch.portfolio.margin.grid.PortfolioMargin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a margin account into words and decimals for clients. */
final class MarginViews {

    private MarginViews() {}

    /** Everything the view is made of. */
    record Parts(
            MarginReading reading,
            List<MarginMessage> messages,
            PortfolioMargin grid,
            BigDecimal portfolioMarginFrom,
            LoanCosts.Costs costs,
            MarginView.IntradayView intraday) {}

    /** The account as it stands, with why each position requires what it does. */
    static MarginView of(Parts parts) {
        var reading = parts.reading();
        var status = reading.status();
        var figures = MarginStatusView.of(status);
        var rules = reading.rates().rules(decimals(reading));
        return new MarginView(
                reading.at(),
                reading.portfolioId(),
                reading.currency().getCode(),
                figures.portfolioValue(),
                figures.loanAmount(),
                reading.loanIsSet(),
                figures.netEquity(),
                figures.marginRequirement(),
                figures.marginShortfall(),
                figures.marginCallTriggered(),
                figures.utilization(),
                figures.state(),
                status.netEquity().subtract(status.marginRequirement()).toPlainString(),
                figures.triggerValue(),
                figures.distanceToCall(),
                figures.riseToCall(),
                figures.cures(),
                parts.messages(),
                reading.pricesAsOf(),
                reading.staleSymbols(),
                reading.closedSymbols(),
                reading.unknownSymbols(),
                positions(reading, rules),
                new MarginView.RulesView(
                        rules.watchFrom().doubleValue(),
                        rules.warningFrom().doubleValue(),
                        rules.concentratedFrom().doubleValue(),
                        rules.concentrationAddOn().doubleValue(),
                        rounded(rules.minimumEquity().multiply(reading.dollar()), reading)),
                new MarginView.InitialView(
                        reading.initial().requirement().toPlainString(),
                        reading.initial().excess().toPlainString(),
                        reading.initial().buyingPower().toPlainString(),
                        reading.initial().belowMinimumEquity()),
                grid(parts),
                new MarginView.InterestView(
                        parts.costs().terms().interestRate().doubleValue(),
                        parts.costs().terms().dayCount(),
                        parts.costs().since(),
                        rounded(parts.costs().accrued(), reading),
                        rounded(parts.costs().perYear(), reading),
                        parts.costs().leftOut()),
                parts.intraday(),
                reading.simulated());
    }

    /** Of the account's currency. */
    static int decimals(MarginReading reading) {
        return Math.max(0, reading.currency().getDecimalPlaces());
    }

    private static List<MarginView.PositionView> positions(MarginReading reading, MarginRules rules) {
        var requirements = MarginCalculator.requirements(reading.positions(), rules);
        var views = new ArrayList<MarginView.PositionView>();
        for (var i = 0; i < requirements.size(); i++) {
            views.add(position(reading.positions().get(i), requirements.get(i), reading));
        }
        return views;
    }

    private static MarginView.PositionView position(
            MarginPosition position, PositionRequirement requirement, MarginReading reading) {
        var time = Optional.ofNullable(reading.priceTimes().get(position.symbol()));
        return new MarginView.PositionView(
                position.symbol(),
                position.quantity().toPlainString(),
                position.price().toPlainString(),
                rounded(requirement.value(), reading),
                requirement.rate().doubleValue(),
                requirement
                        .amount()
                        .setScale(decimals(reading), RoundingMode.UP)
                        .toPlainString(),
                requirement.addOn().doubleValue(),
                requirement.basis(),
                requirement.counted(),
                position.rates().house(),
                Reasons.of(position, requirement),
                position.stale(),
                time.map(MarginReading.PriceTime::asOf).orElse(null),
                time.flatMap(MarginReading.PriceTime::marketClosedSince).orElse(null));
    }

    private static MarginView.PortfolioMarginView grid(Parts parts) {
        var reading = parts.reading();
        var needed = parts.portfolioMarginFrom().multiply(reading.dollar());
        return new MarginView.PortfolioMarginView(
                parts.grid().requirement().toPlainString(),
                reading.status().netEquity().compareTo(needed) >= 0,
                rounded(needed, reading),
                parts.grid()
                        .requirement()
                        .subtract(reading.status().marginRequirement())
                        .toPlainString(),
                parts.grid().groups().stream()
                        .map(group -> new MarginView.GroupView(
                                group.underlying(),
                                group.riskClass(),
                                group.worstMove(),
                                group.worstLoss().toPlainString(),
                                group.minimum().toPlainString(),
                                group.requirement().toPlainString()))
                        .toList(),
                parts.grid().unpricedOptions());
    }

    private static String rounded(BigDecimal amount, MarginReading reading) {
        return amount.setScale(decimals(reading), RoundingMode.HALF_EVEN).toPlainString();
    }
}
