package io.riskwatch.portfolio.recommendation;

import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.recommendation.rule.RuleId;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recommendations, their dismissals and the rules' thresholds over HTTP. */
@RestController
class RecommendationController {

    private final Portfolios portfolios;
    private final Recommendations recommendations;
    private final Dismissals dismissals;
    private final RuleSettings settings;

    RecommendationController(
            Portfolios portfolios, Recommendations recommendations, Dismissals dismissals, RuleSettings settings) {
        this.portfolios = portfolios;
        this.recommendations = recommendations;
        this.dismissals = dismissals;
        this.settings = settings;
    }

    record RecommendationsView(List<RecommendationView> items) {

        RecommendationsView {
            items = List.copyOf(items);
        }
    }

    record DismissalRequest(
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not contain control characters")
            String reason) {}

    record RuleView(RuleId rule, String title, RuleId.Unit unit, double threshold, double defaultThreshold) {}

    record RulesView(List<RuleView> items) {

        RulesView {
            items = List.copyOf(items);
        }
    }

    record ThresholdRequest(
            @NotNull @DecimalMin("0") @DecimalMax("1000") Double threshold) {}

    @Operation(
            summary = "What is worth a thought, each with its evidence and the effect of its trade",
            description = """
                    Every rule whose measured value passes its threshold, at most three subjects per rule. Nothing says buy
                    without the simulated effect on the risk score. This explains risk; it is no investment advice.""")
    @GetMapping("/api/v1/portfolios/{id}/recommendations")
    RecommendationsView list(
            @PathVariable("id") UUID portfolioId, @RequestParam(defaultValue = "false") boolean dismissed) {
        var portfolio = portfolios.require(portfolioId);
        var unwanted = dismissals.of(portfolioId);
        return new RecommendationsView(recommendations.of(portfolioId).stream()
                .filter(found -> unwanted.containsKey(found.id()) == dismissed)
                .map(found ->
                        RecommendationView.of(found, portfolio.baseCurrency().getCode(), unwanted.get(found.id())))
                .toList());
    }

    @Operation(summary = "Do not show this again; dismissed=true lists what is dismissed")
    @PostMapping("/api/v1/portfolios/{id}/recommendations/{recommendationId}/dismissals")
    @ResponseStatus(HttpStatus.CREATED)
    void dismiss(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID recommendationId,
            @RequestBody @Valid DismissalRequest request) {
        portfolios.require(portfolioId);
        if (recommendations.of(portfolioId).stream()
                .noneMatch(found -> found.id().equals(recommendationId))) {
            throw ProblemException.notFound("recommendation");
        }
        dismissals.add(
                portfolioId,
                recommendationId,
                Caller.current().userId(),
                request.reason().strip());
    }

    @DeleteMapping("/api/v1/portfolios/{id}/recommendations/{recommendationId}/dismissals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable("id") UUID portfolioId, @PathVariable UUID recommendationId) {
        portfolios.require(portfolioId);
        dismissals.remove(portfolioId, recommendationId);
    }

    @Operation(summary = "The rules and from where they speak in this organisation")
    @GetMapping("/api/v1/recommendation-rules")
    RulesView rules() {
        var thresholds = settings.thresholds();
        return new RulesView(Arrays.stream(RuleId.values())
                .map(rule ->
                        new RuleView(rule, rule.title(), rule.unit(), thresholds.of(rule), rule.defaultThreshold()))
                .toList());
    }

    @PutMapping("/api/v1/recommendation-rules/{rule}")
    RuleView set(@PathVariable RuleId rule, @RequestBody @Valid ThresholdRequest request) {
        settings.set(rule, request.threshold());
        return new RuleView(rule, rule.title(), rule.unit(), request.threshold(), rule.defaultThreshold());
    }

    @Operation(summary = "Back to the default")
    @DeleteMapping("/api/v1/recommendation-rules/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable RuleId rule) {
        settings.reset(rule);
    }
}
