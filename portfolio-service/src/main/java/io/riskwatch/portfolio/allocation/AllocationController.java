package io.riskwatch.portfolio.allocation;

import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Allocation, target and rebalancing over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}")
class AllocationController {

    private static final String BY_ACCOUNT = "account";
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private final Portfolios portfolios;
    private final Allocations allocations;
    private final Targets targets;

    AllocationController(Portfolios portfolios, Allocations allocations, Targets targets) {
        this.portfolios = portfolios;
        this.allocations = allocations;
        this.targets = targets;
    }

    record SliceView(String key, String value, @Nullable Double weight, List<String> symbols) {

        SliceView {
            symbols = List.copyOf(symbols);
        }
    }

    record AllocationView(
            Instant asOf,
            String by,
            String baseCurrency,
            String value,

            @Schema(description = "Largest first; what an instrument does not tell is 'unknown', money is 'CASH'")
            List<SliceView> slices,

            @Schema(description = "Without a price or an exchange rate, so in no slice")
            List<String> unvaluedSymbols) {

        AllocationView {
            slices = List.copyOf(slices);
            unvaluedSymbols = List.copyOf(unvaluedSymbols);
        }
    }

    record TargetRequest(
            @Schema(description = "class, sector, currency, region or symbol") @NotBlank
            String by,

            @Schema(description = "Weights as decimals by key, CASH among them; together 1") @NotEmpty @Size(max = 200)
            Map<@NotBlank @Size(max = 64) String, BigDecimal> weights) {

        TargetRequest {
            weights = weights == null ? Map.of() : Map.copyOf(weights);
        }
    }

    record TargetView(String by, Map<String, String> weights) {

        TargetView {
            weights = Map.copyOf(weights);
        }
    }

    record BucketView(String key, double target, double held, double drift, boolean outOfBand) {}

    /** Named apart from a recommendation's trade, which is in money: a name is one shape in the published contract. */
    @Schema(name = "RebalancingTradeView")
    record TradeView(String symbol, String bucket, String side, String shares, String value) {}

    record RebalancingView(
            Instant asOf,
            String by,
            String baseCurrency,
            String value,

            @Schema(description = "Largest drift first; outOfBand by the 5/25 rule")
            List<BucketView> buckets,

            @Schema(description = "Whole shares at today's prices, sales first; fees and taxes are not in it")
            List<TradeView> trades,

            @Schema(description = "What is left as money afterwards")
            String cashAfter,

            @Schema(description = "Meant for keys in which nothing is held: choose what to buy")
            Map<String, String> unassigned,

            List<String> unvaluedSymbols) {

        RebalancingView {
            buckets = List.copyOf(buckets);
            trades = List.copyOf(trades);
            unassigned = Map.copyOf(unassigned);
            unvaluedSymbols = List.copyOf(unvaluedSymbols);
        }
    }

    @Operation(
            summary = "The value by class, sector, currency, region, symbol or account",
            description = "By account, a slice is known by the account's name and holds its cash too.")
    @GetMapping("/allocation")
    AllocationView allocation(@PathVariable("id") UUID portfolioId, @RequestParam(defaultValue = "class") String by) {
        if (by.strip().equalsIgnoreCase(BY_ACCOUNT)) {
            return byAccount(portfolioId);
        }
        var dimension = Dimension.parse(by);
        var valuation = allocations.value(portfolioId);
        var base = valuation.held().portfolio().baseCurrency();
        var allocation = allocations.divide(valuation, dimension);
        return new AllocationView(
                valuation.asOf(),
                dimension.asked(),
                base.getCode(),
                rounded(allocation.total(), base),
                allocation.slices().stream()
                        .map(slice -> new SliceView(
                                slice.key(),
                                rounded(slice.value(), base),
                                allocation.total().signum() == 0
                                        ? null
                                        : slice.value().doubleValue()
                                                / allocation.total().doubleValue(),
                                slice.symbols()))
                        .toList(),
                allocation.unvalued());
    }

    private AllocationView byAccount(UUID portfolioId) {
        var base = portfolios.require(portfolioId).baseCurrency();
        var accounts = allocations.accounts(portfolioId);
        var valuations = accounts.values();
        var total = valuations.stream().map(Valuation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AllocationView(
                valuations.iterator().next().asOf(),
                BY_ACCOUNT,
                base.getCode(),
                rounded(total, base),
                accounts.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().value(), Comparator.reverseOrder()))
                        .map(entry -> new SliceView(
                                entry.getKey().name(),
                                rounded(entry.getValue().value(), base),
                                total.signum() == 0
                                        ? null
                                        : entry.getValue().value().doubleValue() / total.doubleValue(),
                                entry.getValue().symbols(position -> true)))
                        .toList(),
                valuations.stream()
                        .flatMap(valuation ->
                                valuation.symbols(position -> position.value().isEmpty()).stream())
                        .distinct()
                        .toList());
    }

    @Operation(summary = "What the portfolio should be; 404 when nobody said")
    @GetMapping("/allocation/target")
    TargetView target(@PathVariable("id") UUID portfolioId) {
        portfolios.require(portfolioId);
        return view(targets.of(portfolioId).orElseThrow(() -> ProblemException.notFound("target allocation")));
    }

    @PutMapping("/allocation/target")
    TargetView setTarget(@PathVariable("id") UUID portfolioId, @RequestBody @Valid TargetRequest request) {
        portfolios.require(portfolioId);
        var target = new Targets.Target(Dimension.parse(request.by()), request.weights());
        check(target.weights());
        targets.set(portfolioId, target);
        return view(target);
    }

    @DeleteMapping("/allocation/target")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetTarget(@PathVariable("id") UUID portfolioId) {
        portfolios.require(portfolioId);
        targets.forget(portfolioId);
    }

    private static void check(Map<String, BigDecimal> weights) {
        var errors = new ArrayList<FieldError>();
        weights.forEach((key, weight) -> {
            if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
                errors.add(new FieldError("weights." + key, "must lie in [0, 1], was " + weight.toPlainString()));
            }
        });
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) > 0) {
            errors.add(new FieldError("weights", "must add up to 1, was " + sum.toPlainString()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors);
        }
    }

    @Operation(summary = "The drift from the target and the whole-share trades that lead back; nothing is booked")
    @GetMapping("/rebalancing")
    RebalancingView rebalancing(@PathVariable("id") UUID portfolioId) {
        var valuation = allocations.value(portfolioId);
        var base = valuation.held().portfolio().baseCurrency();
        var target = targets.of(portfolioId).orElseThrow(() -> ProblemException.notFound("target allocation"));
        var allocation = allocations.divide(valuation, target.dimension());
        var rebalancing = Rebalancing.of(allocation, target.weights());
        var unassigned = new TreeMap<String, String>();
        rebalancing.unassigned().forEach((key, value) -> unassigned.put(key, rounded(value, base)));
        return new RebalancingView(
                valuation.asOf(),
                target.dimension().asked(),
                base.getCode(),
                rounded(allocation.total(), base),
                rebalancing.buckets().stream()
                        .map(bucket -> new BucketView(
                                bucket.key(),
                                bucket.target().doubleValue(),
                                bucket.held().doubleValue(),
                                bucket.drift().doubleValue(),
                                bucket.outOfBand()))
                        .toList(),
                rebalancing.trades().stream()
                        .map(trade -> new TradeView(
                                trade.symbol(),
                                trade.bucket(),
                                trade.shares().signum() < 0 ? "SELL" : "BUY",
                                trade.shares().abs().toPlainString(),
                                rounded(trade.value().abs(), base)))
                        .toList(),
                rounded(rebalancing.cashAfter(), base),
                unassigned,
                allocation.unvalued());
    }

    private static TargetView view(Targets.Target target) {
        var weights = new TreeMap<String, String>();
        target.weights().forEach((key, weight) -> weights.put(key, weight.toPlainString()));
        return new TargetView(target.dimension().asked(), weights);
    }

    private static String rounded(BigDecimal amount, CurrencyUnit currency) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
