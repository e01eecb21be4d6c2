package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.analysis.AnalysisRequest;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What is asked, and when: a new schedule, or what one becomes. */
record ScheduleRequest(
        @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @Schema(description = "As for POST /analyses, about a portfolio or holdings; it waits in the queue BATCH")
        @NotNull
        @Valid
        AnalysisRequest request,

        @NotNull Cadence cadence,

        @Schema(description = "Of a WEEKLY schedule") @Nullable
        DayOfWeek dayOfWeek,

        @Schema(description = "On the clocks of the zone", example = "07:30")
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time of day such as 07:30")
        String time,

        @Schema(example = "Europe/Berlin") @NotBlank @Size(max = 64)
        String zone,

        @Schema(description = "Whether it asks; true unless said otherwise") @Nullable
        Boolean enabled) {

    boolean asks() {
        return enabled == null || enabled;
    }

    Timetable timetable() {
        if (cadence == Cadence.WEEKLY && dayOfWeek == null) {
            throw ProblemException.unprocessable("dayOfWeek", "a weekly schedule needs one, such as MONDAY");
        }
        if (cadence == Cadence.DAILY && dayOfWeek != null) {
            throw ProblemException.unprocessable("dayOfWeek", "goes with WEEKLY; a daily schedule runs on all of them");
        }
        try {
            return new Timetable(cadence, dayOfWeek, LocalTime.parse(time), ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw ProblemException.unprocessable("zone", "'" + zone + "' is not a time zone such as Europe/Berlin");
        }
    }
}
