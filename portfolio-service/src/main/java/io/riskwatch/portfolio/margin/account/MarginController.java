package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.grid.PortfolioMargin;
import io.riskwatch.portfolio.margin.intraday.IntradayDeficit;
import io.riskwatch.portfolio.margin.intraday.IntradayDeficitRule;
import io.riskwatch.portfolio.margin.intraday.PatternDayTraderRule;
import io.riskwatch.portfolio.margin.rate.MarginSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The margin of a portfolio over HTTP. */
@RestController
class MarginController {

    private final Margins margins;
    private final LoanCosts costs;
    private final MarginSettings settings;
    private final ObjectProvider<KeptDeficits> deficits;
    private final Clock clock;

    MarginController(
            Margins margins,
            LoanCosts costs,
            MarginSettings settings,
            ObjectProvider<KeptDeficits> deficits,
            Clock clock) {
        this.deficits = deficits;
        this.margins = margins;
        this.costs = costs;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(summary = "How far the portfolio's margin accounts are from a margin call", description = """
        At the latest prices, over all its accounts in which a broker lends, together. The requirement is rounded up
        and the equity half to even, then they are compared: a shortfall and a call are the same thing.
        A price older than 15 minutes makes the state STALE. 404 of type no-margin-account without such an account.\
        """)
    @GetMapping("/api/v1/portfolios/{id}/margin")
    MarginView margin(@PathVariable("id") UUID portfolioId) {
        var reading = margins.of(portfolioId);
        var today = LocalDate.now(clock);
        return MarginViews.of(new MarginViews.Parts(
                reading,
                Sentences.of(reading, settings.staleAfter()),
                PortfolioMargin.of(
                        reading.positions(),
                        reading.rates()::riskClass,
                        today,
                        settings.optionRate(),
                        MarginViews.decimals(reading)),
                settings.portfolioMarginFrom(),
                costs.of(reading, today),
                intraday(reading, today)));
    }

    private MarginView.IntradayView intraday(MarginReading reading, LocalDate today) {
        var change = settings.intraday().change();
        var regime = change.on(today, reading.rates().terms().intradayRegime());
        return new MarginView.IntradayView(
                regime,
                change.effective(),
                change.phaseInEnds(),
                reading.status()
                        .netEquity()
                        .subtract(reading.status().marginRequirement())
                        .toPlainString(),
                switch (settings.intraday().rule(regime)) {
                    case IntradayDeficitRule rule ->
                        "Buying, selling short or withdrawing must not leave less than the requirement at any time of"
                                + " the day;"
                                + " a deficit is met as soon as possible, by the %dth business day at the latest."
                                        .formatted(rule.cureDays());
                    case PatternDayTraderRule rule ->
                        "Who makes %d day trades within %d business days owns at least %s dollars to go on."
                                .formatted(
                                        rule.dayTrades(),
                                        rule.window(),
                                        rule.minimumEquity().toPlainString());
                },
                deficits(reading, today));
    }

    private List<MarginView.IntradayDeficitView> deficits(MarginReading reading, LocalDate today) {
        var rule = settings.intraday().deficitRule(reading.dollar());
        var since = today.minusDays(2L * rule.expiryDays()); // more than as many business days
        return deficits.orderedStream()
                .flatMap(kept ->
                        kept.of(reading.portfolioId(), reading.currency().getCode(), since).stream())
                .map(found -> deficit(found, rule.of(found, MarginController::isWeekday), reading))
                .filter(view -> !today.isAfter(view.outstandingUntil()))
                .toList();
    }

    /** Holidays count as business days: a deficit is then said to be due a day too early, never too late. */
    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static MarginView.IntradayDeficitView deficit(
            IntradayDeficit found, IntradayDeficitRule.Deficit follows, MarginReading reading) {
        var decimals = MarginViews.decimals(reading);
        return new MarginView.IntradayDeficitView(
                found.day(),
                found.amount().setScale(decimals, RoundingMode.UP).toPlainString(),
                found.at(),
                found.remaining().setScale(decimals, RoundingMode.UP).toPlainString(),
                found.metAt(),
                follows.minor(),
                follows.freezesAfter(),
                follows.outstandingUntil());
    }
}
