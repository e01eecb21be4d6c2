package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.paper.order.OrderState;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RestController;

/** The orders of a paper portfolio over HTTP. */
@RestController
@RequestMapping("/api/v1/paper/portfolios/{id}/orders")
@Tag(name = "Paper trading")
class PaperOrderController {

    private final PaperPortfolios paper;
    private final PaperOrders orders;
    private final PaperEvents events;
    private final OrderDesk desk;

    PaperOrderController(PaperPortfolios paper, PaperOrders orders, PaperEvents events, OrderDesk desk) {
        this.paper = paper;
        this.orders = orders;
        this.events = events;
        this.desk = desk;
    }

    @Operation(summary = "The orders, the newest first")
    @GetMapping
    Page<OrderView> list(
            @PathVariable("id") UUID portfolioId,
            @Parameter(description = "Only those in one of these states") @RequestParam(required = false) @Nullable
                    Set<OrderState> state,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        paper.require(portfolioId);
        Set<OrderState> states =
                state == null || state.isEmpty() ? EnumSet.noneOf(OrderState.class) : EnumSet.copyOf(state);
        return Page.of(
                orders.list(portfolioId, states, before(cursor), limit + 1),
                limit,
                OrderView::of,
                order -> Cursor.of(order.sequence()));
    }

    @Operation(
            summary = "Enter an order",
            description = "It trades from the next tick after its acceptance on, with slippage and fee"
                    + " (docs/paper-trading.md). An order the market or the account cannot carry is answered with"
                    + " 201 as well: it is kept in state REJECTED with the reason. Terms that contradict"
                    + " themselves are a 422.")
    @PostMapping
    ResponseEntity<OrderView> place(@PathVariable("id") UUID portfolioId, @RequestBody @Valid OrderRequest request) {
        var placed = desk.place(portfolioId, request, Caller.current().userId());
        return ResponseEntity.created(
                        URI.create("/api/v1/paper/portfolios/%s/orders/%s".formatted(portfolioId, placed.id())))
                .eTag(etag(placed))
                .body(OrderView.of(placed));
    }

    @GetMapping("/{orderId}")
    ResponseEntity<OrderView> get(@PathVariable("id") UUID portfolioId, @PathVariable UUID orderId) {
        paper.require(portfolioId);
        return answer(orders.require(portfolioId, orderId));
    }

    @Operation(
            summary = "Give an order new terms",
            description = "Symbol, side and type stay, and so does what has traded. It waits for the next tick anew. An"
                    + " order that is over is a 409; terms the account cannot carry are a 422, and the order stays"
                    + " as it was.")
    @PutMapping("/{orderId}")
    ResponseEntity<OrderView> replace(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID orderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ReplaceRequest request) {
        return answer(desk.replace(portfolioId, orderId, expected(ifMatch), request));
    }

    @Operation(
            summary = "Cancel an order",
            description =
                    "What has traded stays. One that is cancelled already answers 200 again, one that is over a 409.")
    @DeleteMapping("/{orderId}")
    ResponseEntity<OrderView> cancel(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID orderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(desk.cancel(portfolioId, orderId, expected(ifMatch)));
    }

    @Operation(
            summary = "What happened to an order, the oldest first: every command and change, with who, when and why")
    @GetMapping("/{orderId}/events")
    Page<PaperEventView> events(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID orderId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        paper.require(portfolioId);
        orders.require(portfolioId, orderId);
        long after = place(cursor).orElse(0L);
        return Page.of(
                events.ofOrder(portfolioId, orderId, after, limit + 1),
                limit,
                PaperEventView::of,
                event -> Cursor.of(event.sequence()));
    }

    static long before(@Nullable String cursor) {
        return place(cursor).orElse(Long.MAX_VALUE);
    }

    private static Optional<Long> place(@Nullable String cursor) {
        return Cursor.parse(cursor, 1, key -> Long.valueOf(key.getFirst()));
    }

    private static Predicate<PaperOrder> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<OrderView> answer(PaperOrder order) {
        return ResponseEntity.ok().eTag(etag(order)).body(OrderView.of(order));
    }

    private static String etag(PaperOrder order) {
        return "\"" + order.version() + "\"";
    }
}
