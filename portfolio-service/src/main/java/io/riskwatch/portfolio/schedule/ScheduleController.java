package io.riskwatch.portfolio.schedule;

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

/** Schedules of analyses over HTTP. */
@RestController
@RequestMapping("/api/v1/analysis-schedules")
@Tag(name = "Analyses")
class ScheduleController {

    private final ScheduleService service;
    private final Schedules schedules;

    ScheduleController(ScheduleService service, Schedules schedules) {
        this.service = service;
        this.schedules = schedules;
    }

    @Operation(summary = "The scheduled analyses, the oldest first")
    @GetMapping
    Page<ScheduleView> schedules(
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                cursor, 2, key -> new Schedules.Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
        return Page.of(
                schedules.list(after, limit + 1),
                limit,
                ScheduleView::of,
                schedule -> Cursor.of(schedule.createdAt(), schedule.id()));
    }

    @Operation(
            summary = "Ask a question every day or every week",
            description = "Each run is an analysis of its own: ?scheduleId= lists them at /api/v1/analyses.")
    @PostMapping
    ResponseEntity<ScheduleView> schedule(@RequestBody @Valid ScheduleRequest request) {
        var schedule = service.create(request, Caller.current());
        return ResponseEntity.created(URI.create("/api/v1/analysis-schedules/" + schedule.id()))
                .eTag(etag(schedule))
                .body(ScheduleView.of(schedule));
    }

    @GetMapping("/{id}")
    ResponseEntity<ScheduleView> schedule(@PathVariable UUID id) {
        return answer(schedules.require(id));
    }

    @Operation(
            summary = "Change a schedule, switch it off or on again",
            description =
                    "One that paused itself goes on when it is saved as enabled. It asks on behalf of who saved it last.")
    @PutMapping("/{id}")
    ResponseEntity<ScheduleView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ScheduleRequest request) {
        return answer(service.change(id, expected(ifMatch), request, Caller.current()));
    }

    @Operation(summary = "Delete a schedule; what it asked for stays")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(id, expected(ifMatch));
    }

    private static Predicate<Schedule> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<ScheduleView> answer(Schedule schedule) {
        return ResponseEntity.ok().eTag(etag(schedule)).body(ScheduleView.of(schedule));
    }

    private static String etag(Schedule schedule) {
        return "\"" + schedule.version() + "\"";
    }
}
