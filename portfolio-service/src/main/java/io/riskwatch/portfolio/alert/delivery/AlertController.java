package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox over HTTP. */
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "Alerts")
class AlertController {

    /** What somebody's asking for another attempt is worth. */
    private static final int MORE_ATTEMPTS = 3;

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final DeliveryWake wake;
    private final Clock clock;

    AlertController(Alerts alerts, Deliveries deliveries, DeliveryWake wake, Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.wake = wake;
        this.clock = clock;
    }

    /** Part of the inbox, and how many alerts of the whole are unread. */
    record InboxView(List<AlertView> items, @Nullable String nextCursor, int unread) {}

    record UnreadView(int unread) {}

    /** @param before alerts raised after that moment stay unread; absent: none does */
    record ReadRequest(@Nullable Instant before) {}

    @Operation(summary = "The organisation's alerts, the newest first, and how many are unread")
    @GetMapping
    InboxView alerts(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                        cursor,
                        2,
                        key -> new Alerts.Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())))
                .orElse(null);
        var rows = alerts.list(unread, portfolioId, after, limit + 1);
        var ways = deliveries.ofAlerts(rows.stream().map(Alert::id).toList()).stream()
                .collect(Collectors.groupingBy(delivery -> Objects.requireNonNull(delivery.alertId())));
        var page = Page.of(
                rows,
                limit,
                alert -> AlertView.of(alert, ways.getOrDefault(alert.id(), List.of()), delivery -> null),
                alert -> Cursor.of(alert.raisedAt(), alert.id()));
        return new InboxView(page.items(), page.nextCursor(), alerts.unread());
    }

    @GetMapping("/unread-count")
    UnreadView unread() {
        return new UnreadView(alerts.unread());
    }

    @Operation(summary = "One alert, with the attempts to deliver it")
    @GetMapping("/{id}")
    AlertView alert(@PathVariable UUID id) {
        var alert = alerts.require(id);
        return AlertView.of(alert, deliveries.ofAlerts(List.of(id)), delivery -> deliveries.log(delivery.id()));
    }

    @Operation(summary = "Mark an alert as read")
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        alerts.read(id);
    }

    @Operation(summary = "Mark all alerts as read, or those raised until a moment")
    @PostMapping("/read")
    UnreadView readAll(@RequestBody(required = false) @Nullable ReadRequest request) {
        alerts.readUntil(request == null || request.before() == null ? clock.instant() : request.before());
        return new UnreadView(alerts.unread());
    }

    @Operation(summary = "Try a delivery again that was given up")
    @PostMapping("/{id}/deliveries/{deliveryId}/retry")
    AlertView retry(@PathVariable UUID id, @PathVariable UUID deliveryId) {
        alerts.require(id);
        if (!id.equals(deliveries.require(deliveryId).alertId())) {
            throw ProblemException.notFound("delivery");
        }
        if (!deliveries.tryAgain(deliveryId, MORE_ATTEMPTS)) {
            throw ProblemException.conflict("Only what failed or was cancelled can be tried again.");
        }
        wake.wake();
        return alert(id);
    }
}
