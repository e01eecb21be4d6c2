package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schedules over HTTP, all deleted in the end: a test with a later clock runs what is due in every organisation. */
abstract class ScheduleTestBase extends PortfolioServiceIT {

    static final JsonMapper JSON = new JsonMapper();
    static final String SCHEDULES = "/api/v1/analysis-schedules";
    static final String HOLDINGS =
            "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"ORBX\",\"quantity\":2}],\"parameters\":{\"confidence\":0.9}}";

    private final List<Runnable> deletions = new ArrayList<>();

    @AfterEach
    void deleteSchedules() {
        deletions.forEach(Runnable::run);
    }

    static String about(String portfolio) {
        return "{\"kind\":\"stress\",\"portfolioId\":\"" + portfolio + "\"}";
    }

    static String daily(String request) {
        return schedule("Every morning", request, "\"cadence\":\"DAILY\"");
    }

    /** Members that are given come before those assumed. */
    static String schedule(String name, String request, String members) {
        return "{\"name\":\"%s\",\"request\":%s,%s%s%s}"
                .formatted(
                        name,
                        request,
                        members,
                        members.contains("\"time\"") ? "" : ",\"time\":\"07:30\"",
                        members.contains("\"zone\"") ? "" : ",\"zone\":\"Europe/Berlin\"");
    }

    RestTestClient.ResponseSpec post(TestCaller caller, String body) {
        return http(caller)
                .post()
                .uri(SCHEDULES)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    JsonNode create(TestCaller caller, String body) {
        JsonNode made = Ledgers.body(post(caller, body)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .valueMatches("Location", SCHEDULES + "/[0-9a-f-]{36}"));
        deletions.add(() -> http(caller).delete().uri(path(made)).exchange());
        return made;
    }

    JsonNode put(TestCaller caller, JsonNode schedule, String body) {
        return Ledgers.body(http(caller)
                .put()
                .uri(path(schedule))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk());
    }

    JsonNode read(TestCaller caller, JsonNode schedule) {
        return get(caller, path(schedule));
    }

    JsonNode list(TestCaller caller, String query) {
        return get(caller, SCHEDULES + query);
    }

    JsonNode get(TestCaller caller, String path) {
        return Ledgers.body(
                http(caller).get().uri(path).exchange().expectStatus().isOk());
    }

    static String path(JsonNode schedule) {
        return SCHEDULES + "/" + schedule.path("id").stringValue();
    }

    static Timetable timetable(JsonNode schedule) {
        String day = schedule.path("dayOfWeek").asString("");
        return new Timetable(
                Cadence.valueOf(schedule.path("cadence").stringValue()),
                day.isEmpty() ? null : DayOfWeek.valueOf(day),
                LocalTime.parse(schedule.path("time").stringValue()),
                ZoneId.of(schedule.path("zone").stringValue()));
    }
}
