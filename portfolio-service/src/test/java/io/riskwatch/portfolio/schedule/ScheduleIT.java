package io.riskwatch.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Schedules over HTTP: what is kept, what is refused, who sees it. */
class ScheduleIT extends ScheduleTestBase {

    @Test
    void aScheduleIsKeptAsItWasGivenAndSaysWhenItIsDue() {
        TestCaller caller = callers.inNewOrganisation();
        Instant before = Instant.now();

        JsonNode made = create(caller, daily(HOLDINGS));

        assertThat(made.path("name").stringValue()).isEqualTo("Every morning");
        assertThat(made.path("request").toString())
                .isEqualTo(JSON.readTree(HOLDINGS).toString());
        assertThat(made.path("time").stringValue()).isEqualTo("07:30");
        assertThat(made.path("zone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(made.path("enabled").booleanValue()).isTrue();
        assertThat(Instant.parse(made.path("nextRunAt").stringValue()))
                .isEqualTo(timetable(made).nextAfter(before));
        for (String absent : new String[] {"dayOfWeek", "lastRun", "lastProblem", "pausedBecause"}) {
            assertThat(made.has(absent)).as(absent).isFalse();
        }
        assertThat(read(caller, made)).isEqualTo(made);
        assertThat(list(caller, "").path("items").path(0)).isEqualTo(made);
    }

    @Test
    void itIsChangedSwitchedOffAndDeletedByWhoReadItLast() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode made = create(caller, daily(HOLDINGS));
        String path = path(made);

        JsonNode changed = Ledgers.body(http(caller)
                .put()
                .uri(path)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(schedule("Once a week", HOLDINGS, "\"cadence\":\"WEEKLY\",\"dayOfWeek\":\"FRIDAY\""))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\""));
        http(caller)
                .put()
                .uri(path)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(daily(HOLDINGS))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        JsonNode off = put(caller, made, daily(HOLDINGS).replaceFirst("\\{", "{\"enabled\":false,"));

        assertThat(changed.path("dayOfWeek").stringValue()).isEqualTo("FRIDAY");
        assertThat(timetable(changed).nextAfter(Instant.now()))
                .isEqualTo(changed.path("nextRunAt").stringValue());
        assertThat(off.path("enabled").booleanValue()).isFalse();
        assertThat(off.has("nextRunAt")).isFalse();
        http(caller)
                .delete()
                .uri(path)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        http(caller)
                .delete()
                .uri(path)
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        http(caller).get().uri(path).exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"cadence\":\"WEEKLY\" | 422 | dayOfWeek",
                "\"cadence\":\"DAILY\",\"dayOfWeek\":\"MONDAY\" | 422 | dayOfWeek",
                "\"cadence\":\"MONTHLY\" | 400 | cadence",
                "\"cadence\":\"DAILY\",\"time\":\"25:00\" | 400 | time",
                "\"cadence\":\"DAILY\",\"zone\":\"Mars/Olympus\" | 422 | zone",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"magic\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}]} | 422 | request.kind",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\"} | 422 | request.holdings",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"\",\"quantity\":1}]} | 400 | request.holdings[0].symbol",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"weight\":0.5}]} | 422 | request.holdings",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"parameters\":{\"confidence\":1.2}} | 422 | request.parameters.confidence",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"queue\":\"INTERACTIVE\"} | 422 | request.queue",
                "\"cadence\":\"DAILY\",\"request\":{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-02\"],\"prices\":[[1]]}} | 422 | request.data",
            })
    void whatCouldNeverRunIsRefusedByItsField(String members, int status, String field) {
        TestCaller caller = callers.inNewOrganisation();
        String body = members.contains("\"request\"") ? bare(members) : schedule("Wrong", HOLDINGS, members.strip());

        post(caller, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(list(caller, "").path("items").size()).isZero();
    }

    private static String bare(String members) {
        return "{\"name\":\"Wrong\",\"time\":\"07:30\",\"zone\":\"UTC\",%s}".formatted(members.strip());
    }

    @Test
    void thePlanBoundsTheirNumberAndNamesTheLimit() {
        TestCaller caller = callers.inNewOrganisation();
        for (int i = 0; i < 3; i++) {
            create(caller, daily(HOLDINGS));
        }

        post(caller, daily(HOLDINGS))
                .expectStatus()
                .isEqualTo(HttpStatus.PAYMENT_REQUIRED)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("analysisSchedules")
                .jsonPath("$.detail")
                .isEqualTo("The plan FREE allows 3 scheduled analyses; this would be 4.");
    }

    @Test
    void theSameKeyIsTheSameSchedule() {
        TestCaller caller = callers.inNewOrganisation();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            http(caller)
                    .post()
                    .uri(SCHEDULES)
                    .header("Idempotency-Key", key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(daily(HOLDINGS))
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }

        assertThat(list(caller, "").path("items").size()).isEqualTo(1);
    }

    @Test
    void theListIsOldestFirstInPages() {
        TestCaller caller = callers.inNewOrganisation();
        JsonNode first = create(caller, daily(HOLDINGS));
        JsonNode second = create(caller, daily(HOLDINGS));
        JsonNode third = create(caller, daily(HOLDINGS));

        JsonNode page = list(caller, "?limit=2");
        JsonNode rest =
                list(caller, "?limit=2&cursor=" + page.path("nextCursor").stringValue());

        assertThat(page.path("items").path(0).path("id")).isEqualTo(first.path("id"));
        assertThat(page.path("items").path(1).path("id")).isEqualTo(second.path("id"));
        assertThat(rest.path("items").path(0).path("id")).isEqualTo(third.path("id"));
        assertThat(rest.has("nextCursor")).isFalse();
    }

    @Test
    void anotherOrganisationNeitherSeesNorChangesItNorAsksAboutItsPortfolio() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        String portfolio = new Ledgers(http(owner)).newPortfolio();
        JsonNode made = create(owner, daily(about(portfolio)));
        String path = path(made);

        http(stranger).get().uri(path).exchange().expectStatus().isNotFound();
        http(stranger).delete().uri(path).exchange().expectStatus().isNotFound();
        http(stranger)
                .put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(daily(HOLDINGS))
                .exchange()
                .expectStatus()
                .isNotFound();
        post(stranger, daily(about(portfolio))).expectStatus().isNotFound();
        assertThat(list(stranger, "").path("items").size()).isZero();
        assertThat(read(owner, made)).isEqualTo(made);
    }

    @Test
    void itGoesWithItsPortfolio() {
        TestCaller caller = callers.inNewOrganisation();
        String portfolio = new Ledgers(http(caller)).newPortfolio();
        JsonNode of = create(caller, daily(about(portfolio)));
        JsonNode other = create(caller, daily(HOLDINGS));

        http(caller)
                .delete()
                .uri("/api/v1/portfolios/" + portfolio)
                .exchange()
                .expectStatus()
                .isNoContent();

        http(caller).get().uri(path(of)).exchange().expectStatus().isNotFound();
        assertThat(list(caller, "").path("items").path(0)).isEqualTo(other);
    }
}
