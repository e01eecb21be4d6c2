package io.riskwatch.portfolio.income;

import io.riskwatch.portfolio.holding.HoldingHistories;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.valuation.DailyRates;
import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.ValueHistories;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The income calendar over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/income")
class IncomeController {

    private final Holdings holdings;
    private final HoldingHistories histories;
    private final ValueHistories values;
    private final MarketData marketData;

    IncomeController(Holdings holdings, HoldingHistories histories, ValueHistories values, MarketData marketData) {
        this.holdings = holdings;
        this.histories = histories;
        this.values = values;
        this.marketData = marketData;
    }

    @Operation(summary = "What the holdings paid by month and by payer, and what they may pay next", description = """
                    Dividends and interest in the base currency at the rate of their day. Announced is what payers have promised
                    and not paid yet. Expected is what each holding paid a year before, per unit, for the units held now: an
                    estimate, which nobody promised; what is announced takes its place.""")
    @GetMapping
    IncomeView income(
            @PathVariable("id") UUID portfolioId, @RequestParam(defaultValue = "24") @Min(1) @Max(600) int months) {
        var held = holdings.of(portfolioId);
        var history = histories.of(portfolioId);
        var base = held.portfolio().baseCurrency();
        var today = values.today();
        var first = history.first().filter(day -> !day.isAfter(today)).orElse(today);
        var currencies = new TreeSet<String>();
        history.incomes().forEach(income -> currencies.add(income.currency()));
        held.positions().forEach(position -> currencies.add(position.currency().getCode()));
        var asked = Announcement.askedOf(history, today);
        var events = marketData.corporateEvents(
                asked, today.minusDays(Announcement.DAYS_BACK), today.plusDays(Announcement.DAYS_AHEAD));
        var promised = Announcement.of(history, today, events);
        promised.forEach(one -> currencies.add(one.currency()));
        var rates = values.rates(base.getCode(), currencies, new Days(first, today));
        return IncomeView.of(
                portfolioId,
                base,
                IncomeCalendar.of(history, new Days(first, today), rates).announcing(promised),
                YearMonth.from(today).minusMonths(months - 1L),
                costs(held.positions(), rates),
                new Promises(
                        rates::last,
                        asked.stream()
                                .filter(symbol -> !events.containsKey(symbol))
                                .toList()));
    }

    /** What is held cost, at today's rate; without what nobody knows the cost or the rate of. */
    private static Map<String, Double> costs(List<Position> positions, DailyRates rates) {
        var costs = new HashMap<String, Double>();
        for (var position : positions) {
            var rate = rates.last(position.currency().getCode());
            if (position.cost().isPresent() && !Double.isNaN(rate)) {
                costs.put(position.symbol(), position.cost().get().getAmount().doubleValue() * rate);
            }
        }
        return costs;
    }
}
