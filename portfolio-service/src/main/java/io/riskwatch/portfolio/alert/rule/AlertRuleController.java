package io.riskwatch.portfolio.alert.rule;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alert rules over HTTP. */
@RestController
@RequestMapping(AlertRuleController.PATH)
@Tag(name = "Alerts")
class AlertRuleController {

    static final String PATH = "/api/v1/alert-rules";

    private final AlertRuleService service;
    private final AlertRules rules;

    AlertRuleController(AlertRuleService service, AlertRules rules) {
        this.service = service;
        this.rules = rules;
    }

    @Operation(summary = "The organisation's alert rules, the oldest first")
    @GetMapping
    Page<AlertRuleView> rules(
            @RequestParam(required = false) @Nullable UUID portfolioId,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                        cursor,
                        2,
                        key -> new AlertRules.Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())))
                .orElse(AlertRules.Place.FIRST);
        return Page.of(
                rules.list(portfolioId, symbol, after, limit + 1),
                limit,
                AlertRuleView::of,
                rule -> Cursor.of(rule.createdAt(), rule.id()));
    }

    @Operation(
            summary = "Watch something",
            description =
                    "It fires at once when its condition holds already, and then once for each crossing: not before"
                            + " the value has fallen back by rearmMargin. Its alerts go where the settings of who saved it"
                            + " say.")
    @PostMapping
    ResponseEntity<AlertRuleView> create(@RequestBody @Valid AlertRuleRequest request) {
        var rule = service.create(request, Caller.current());
        return ResponseEntity.created(URI.create(PATH + "/" + rule.id()))
                .eTag(etag(rule))
                .body(AlertRuleView.of(rule));
    }

    @GetMapping("/{id}")
    ResponseEntity<AlertRuleView> rule(@PathVariable UUID id) {
        return answer(rules.require(id));
    }

    @Operation(summary = "Change a rule, switch it off or on again", description = "It is armed anew.")
    @PutMapping("/{id}")
    ResponseEntity<AlertRuleView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AlertRuleRequest request) {
        return answer(service.change(id, expected(ifMatch), request, Caller.current()));
    }

    @Operation(summary = "Delete a rule; its alerts stay")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(id, expected(ifMatch));
    }

    private static Predicate<AlertRule> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<AlertRuleView> answer(AlertRule rule) {
        return ResponseEntity.ok().eTag(etag(rule)).body(AlertRuleView.of(rule));
    }

    private static String etag(AlertRule rule) {
        return "\"" + rule.version() + "\"";
    }
}
