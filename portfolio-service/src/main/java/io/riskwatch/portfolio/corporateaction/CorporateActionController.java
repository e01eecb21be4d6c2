package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.transaction.TransactionView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corporate actions over HTTP: what is proposed, and the user's word on it. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/corporate-actions")
class CorporateActionController {

    private final CorporateActionService service;

    CorporateActionController(CorporateActionService service) {
        this.service = service;
    }

    @Operation(
            summary = "Splits and dividends of what was held that the ledger does not have, the newest first",
            description =
                    "From the source of the prices. What a booking of the ledger tells already, or what was dismissed,"
                            + " is not here. A split changes what later dividends are paid on: confirm splits first.")
    @GetMapping
    Page<CorporateActionView> list(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 4, Place::parse);
        var rows = service.open(portfolioId).stream()
                .filter(action -> after.isEmpty() || Place.of(action).compareTo(after.get()) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(
                rows,
                limit,
                CorporateActionView::of,
                action -> Cursor.of(action.date(), action.symbol(), action.type(), action.account()));
    }

    @Operation(summary = "Book a proposed action", description = """
        A SPLIT with its ratio, a DIVIDEND with the units held and the money per share, on the ex-date; the
        transaction can be changed like any other. Confirming twice books once.\
        """)
    @PostMapping("/{actionId}/confirm")
    TransactionView confirm(@PathVariable("id") UUID portfolioId, @PathVariable UUID actionId) {
        return TransactionView.of(service.confirm(portfolioId, actionId));
    }

    @Operation(summary = "Propose an action no more")
    @PostMapping("/{actionId}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable("id") UUID portfolioId, @PathVariable UUID actionId) {
        service.dismiss(portfolioId, actionId);
    }

    /** A place in the list. */
    private record Place(LocalDate date, String symbol, String type, UUID account) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::date)
                .reversed()
                .thenComparing(Place::symbol)
                .thenComparing(Place::type)
                .thenComparing(Place::account);

        static Place parse(List<String> key) {
            return new Place(LocalDate.parse(key.get(0)), key.get(1), key.get(2), UUID.fromString(key.get(3)));
        }

        static Place of(ProposedAction action) {
            return new Place(action.date(), action.symbol(), action.type().name(), action.account());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
