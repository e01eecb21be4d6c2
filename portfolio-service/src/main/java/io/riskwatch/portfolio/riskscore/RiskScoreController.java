package io.riskwatch.portfolio.riskscore;

import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.ValuedPosition;
import io.riskwatch.portfolio.valuation.Valuer;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The risk score over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/risk-score")
class RiskScoreController {

    private final Valuer valuer;
    private final Histories histories;

    RiskScoreController(Valuer valuer, Histories histories) {
        this.valuer = valuer;
        this.histories = histories;
    }

    /** A purchase, or with a negative quantity a sale, that is only thought of. */
    record TradeRequest(
            @NotBlank @Size(max = 32) String symbol,
            @NotNull BigDecimal quantity) {}

    record SimulationRequest(@NotEmpty @Size(max = 100) List<@Valid TradeRequest> trades) {

        SimulationRequest {
            trades = trades == null ? List.of() : List.copyOf(trades);
        }
    }

    record SimulationView(RiskScoreView before, RiskScoreView after) {}

    @Operation(summary = "How risky the portfolio is, 1 to 7, with the parts that add up to it", description = """
                    The market risk class of the VaR-equivalent volatility of today's mix over up to five years, one point more
                    for concentration (Herfindahl index above 0.25) and one for leverage (long and short positions above 1.5 times equity),
                    at most 7. Under 60 common daily observations there is no number.""")
    @GetMapping
    RiskScoreView score(@PathVariable("id") UUID portfolioId) {
        var valuation = valuer.value(portfolioId);
        var exposure = exposure(valuation);
        return view(valuation, exposure, history(valuation));
    }

    @Operation(summary = "What trades at today's prices would do to the score; nothing is booked")
    @PostMapping("/simulations")
    SimulationView simulate(@PathVariable("id") UUID portfolioId, @RequestBody @Valid SimulationRequest request) {
        var valuation = valuer.value(portfolioId);
        var prices = valuation.positions().stream()
                .filter(position -> position.value().isPresent()
                        && position.position().quantity().signum() != 0)
                .collect(Collectors.toMap(
                        position -> position.position().symbol(),
                        position -> position.value().orElseThrow().doubleValue()
                                / position.position().quantity().doubleValue()));
        var bought = new HashMap<String, Double>();
        for (var i = 0; i < request.trades().size(); i++) {
            var trade = request.trades().get(i);
            var symbol = trade.symbol().strip().toUpperCase(Locale.ROOT);
            var price = prices.get(symbol);
            if (price == null) {
                throw ProblemException.unprocessable(
                        "trades[%d].symbol".formatted(i), "'%s' is not held, or has no price".formatted(symbol));
            }
            bought.merge(symbol, trade.quantity().doubleValue() * price, Double::sum);
        }
        var before = exposure(valuation);
        var history = history(valuation);
        return new SimulationView(view(valuation, before, history), view(valuation, before.after(bought), history));
    }

    private ReturnHistory history(Valuation valuation) {
        return histories.of(
                valuation.positions().stream()
                        .map(position -> position.position().symbol())
                        .toList(),
                valuation.held().portfolio().baseCurrency().getCode());
    }

    /** What is valued of a portfolio. */
    static Exposure exposure(Valuation valuation) {
        var values = new HashMap<String, Double>();
        valuation
                .positions()
                .forEach(position -> position.value()
                        .ifPresent(
                                value -> values.merge(position.position().symbol(), value.doubleValue(), Double::sum)));
        return new Exposure(values, valuation.cashValue().doubleValue());
    }

    private static RiskScoreView view(Valuation valuation, Exposure exposure, ReturnHistory history) {
        return RiskScoreView.of(
                valuation.held().portfolio().baseCurrency().getCode(),
                valuation.positions().stream().anyMatch(ValuedPosition::simulated),
                exposure,
                history);
    }
}
