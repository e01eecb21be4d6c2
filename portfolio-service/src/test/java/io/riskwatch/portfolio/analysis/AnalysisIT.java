package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class AnalysisIT extends AnalysisTestBase {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void whatIsAskedIsAcceptedQueuedAndSentAsTheWorkersContractHasIt() {
        TestCaller caller = callers.inNewOrganisation();

        byte[] answer = post(caller, SMALL)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches("Location", "/api/v1/analyses/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("QUEUED")
                .jsonPath("$.queuePosition")
                .isEqualTo(1)
                .jsonPath("$.etaSeconds")
                .isNumber()
                .returnResult()
                .getResponseBody();
        JsonNode job = worker.takeJob();

        assertThat(job.path("analysisId"))
                .isEqualTo(WorkerStandIn.JSON.readTree(answer).path("id"));
        assertThat(job.path("organisationId").stringValue())
                .isEqualTo(caller.organisationId().toString());
        assertThat(job.path("data").path("prices").path(1).path(1).isNull()).isTrue();
        assertThat(job.path("weights").path(0).doubleValue()).isEqualTo(0.6);
    }

    @Test
    void holdingsCashValueAndParametersArePassedOnExactly() {
        TestCaller caller = callers.inNewOrganisation();
        ask(caller, """
                {"kind":"risk","baseCurrency":"EUR","holdings":[{"symbol":"ORBX","quantity":"0.000000000001"},
                 {"symbol":"XWORLD","quantity":12345678901.5}],"cash":[{"currency":"USD","amount":"-300.10"}],
                 "value":{"amount":"100000.00","currency":"EUR"},"parameters":{"confidence":0.975,"methods":"HISTORICAL"}}""");
        JsonNode job = worker.takeJob();

        assertThat(job.path("baseCurrency").stringValue()).isEqualTo("EUR");
        assertThat(job.path("holdings").toString())
                .isEqualTo("[{\"symbol\":\"ORBX\",\"quantity\":\"0.000000000001\"},"
                        + "{\"symbol\":\"XWORLD\",\"quantity\":\"12345678901.5\"}]");
        assertThat(job.path("cash").toString()).isEqualTo("[{\"currency\":\"USD\",\"amount\":\"-300.10\"}]");
        assertThat(job.path("value").path("amount").stringValue()).isEqualTo("100000.00");
        assertThat(job.path("parameters").toString()).isEqualTo("{\"confidence\":0.975,\"methods\":\"HISTORICAL\"}");
    }

    @Test
    void aPortfoliosHoldingsAreFrozenWhenItIsAskedFor() {
        TestCaller caller = callers.inNewOrganisation();
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio("EUR");
        String question = "{\"kind\":\"risk\",\"portfolioId\":\"" + portfolio + "\"}";
        post(caller, question)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("portfolioId");
        ledgers.record(portfolio, """
                {"date":"2025-01-02","type":"DEPOSIT","amount":"2000","currency":"USD"}""").expectStatus().isCreated();
        ledgers.record(portfolio, """
                {"date":"2025-01-03","type":"BUY","symbol":"ORBX","quantity":"12.5","price":"100","currency":"USD"}""").expectStatus().isCreated();
        ask(caller, question);
        ledgers.record(portfolio, """
                {"date":"2025-01-06","type":"SELL","symbol":"ORBX","quantity":"2.5","price":"100","currency":"USD"}""").expectStatus().isCreated();
        JsonNode job = worker.takeJob();

        assertThat(job.path("baseCurrency").stringValue()).isEqualTo("EUR");
        assertThat(job.path("holdings").size()).isEqualTo(1);
        assertThat(new java.math.BigDecimal(
                        job.path("holdings").path(0).path("quantity").stringValue()))
                .isEqualByComparingTo("12.5");
        assertThat(job.path("cash").path(0).path("currency").stringValue()).isEqualTo("USD");
        assertThat(new java.math.BigDecimal(
                        job.path("cash").path(0).path("amount").stringValue()))
                .isEqualByComparingTo("750");
        post(callers.inNewOrganisation(), question).expectStatus().isNotFound();
    }

    @Test
    void aHoldingSoldShortIsPassedOnWithItsSign() {
        TestCaller caller = callers.inNewOrganisation();
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio();
        String account = Ledgers.body(ledgers.post(
                                "/api/v1/portfolios/" + portfolio + "/accounts",
                                "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}")
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        ledgers.record(portfolio, """
                {"date":"2025-01-03","type":"SELL","symbol":"ORBX","quantity":"12.5","price":"100","currency":"USD",
                 "accountId":"%s"}""".formatted(account)).expectStatus().isCreated();

        ask(caller, "{\"kind\":\"risk\",\"portfolioId\":\"" + portfolio + "\"}");
        JsonNode job = worker.takeJob();

        assertThat(new java.math.BigDecimal(
                        job.path("holdings").path(0).path("quantity").stringValue()))
                .isEqualByComparingTo("-12.5");
    }

    /** What the person has said goes with the optimization of a portfolio; what the request says goes before it. */
    @Test
    void anOptimizationOfAPortfolioAimsAtTheCallersRiskTolerance() {
        TestCaller caller = callers.inNewOrganisation();
        String portfolio = portfolioWithOrbx(caller);
        http(caller)
                .patch()
                .uri("/api/v1/me/preferences")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body("{\"riskTolerance\":2}")
                .exchange()
                .expectStatus()
                .isOk();
        String question = "{\"kind\":\"optimization\",\"portfolioId\":\"" + portfolio + "\"";

        assertThat(jobOf(caller, question + "}").path("parameters").toString()).isEqualTo("{\"riskTolerance\":2}");
        assertThat(jobOf(caller, question + ",\"parameters\":{\"targetVolatility\":0.1}}")
                        .path("parameters")
                        .toString())
                .isEqualTo("{\"targetVolatility\":0.1}");
        assertThat(jobOf(caller, question + ",\"parameters\":{\"objective\":\"HRP\"}}")
                        .path("parameters")
                        .toString())
                .isEqualTo("{\"objective\":\"HRP\"}");
    }

    /** A crisis treats a bond unlike a share, so a stress test, alone or in a report, is told what each holding is. */
    @Test
    void aStressTestIsToldWhatIsHeld() {
        TestCaller caller = callers.inNewOrganisation();
        String portfolio = portfolioWithOrbx(caller);

        JsonNode held = jobOf(caller, "{\"kind\":\"stress\",\"portfolioId\":\"" + portfolio + "\"}");
        JsonNode given = jobOf(
                caller,
                "{\"kind\":\"stress\",\"holdings\":[{\"symbol\":\"ORBX\",\"quantity\":1},{\"symbol\":\"NOBODYS\",\"quantity\":1}]}");
        JsonNode report = jobOf(caller, "{\"kind\":\"portfolio-report\",\"portfolioId\":\"" + portfolio + "\"}");
        JsonNode risk = jobOf(caller, "{\"kind\":\"risk\",\"portfolioId\":\"" + portfolio + "\"}");

        assertThat(held.path("holdings").path(0).path("assetClass").stringValue())
                .isEqualTo("EQUITY");
        assertThat(given.path("holdings").path(0).path("assetClass").stringValue())
                .isEqualTo("EQUITY");
        assertThat(given.path("holdings").path(1).has("assetClass")).isFalse();
        assertThat(report.path("holdings").path(0).path("assetClass").stringValue())
                .isEqualTo("EQUITY");
        assertThat(risk.path("holdings").path(0).has("assetClass")).isFalse();
    }

    /** Terms of an option go with the parameters, whatever the holdings come from; wrong ones are refused with their field. */
    @Test
    void theTermsOfAnOptionAreCheckedAndPassedOn() {
        TestCaller caller = callers.inNewOrganisation();
        String question = "{\"kind\":\"stress\",\"portfolioId\":\"" + portfolioWithOrbx(caller)
                + "\",\"parameters\":{\"classes\":{\"ORBX\":{\"option\":{\"underlying\":\"QNTL\",\"type\":\"%s\","
                + "\"strike\":90,\"expiry\":\"2027-03-19\"}}}}}";

        assertThat(jobOf(caller, question.formatted("PUT"))
                        .at("/parameters/classes/ORBX/option/underlying")
                        .stringValue())
                .isEqualTo("QNTL");
        post(caller, question.formatted("STRADDLE"))
                .expectStatus()
                .isEqualTo(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("parameters.classes.ORBX.option.type");
    }

    private String portfolioWithOrbx(TestCaller caller) {
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio("USD");
        String transfer = "{\"date\":\"2025-01-02\",\"type\":\"TRANSFER_IN\",\"symbol\":\"ORBX\","
                + "\"quantity\":\"12.5\",\"price\":\"100\",\"currency\":\"USD\"}";
        ledgers.record(portfolio, transfer).expectStatus().isCreated();
        return portfolio;
    }

    /** The job of the question, done at once, so that the plan lets the next one go. */
    private JsonNode jobOf(TestCaller caller, String question) {
        ask(caller, question);
        JsonNode job = worker.takeJob();
        worker.say("completed", UUID.fromString(job.path("analysisId").stringValue()), caller.organisationId());
        return job;
    }

    @Test
    void weightsBySymbolMayLeaveSomeInCash() {
        ask(callers.inNewOrganisation(), SMALL.replace("[0.6,0.4]", "{\"BETA\":0.25,\"CASH\":0.75}"));
        JsonNode job = worker.takeJob();

        assertThat(job.path("weights").toString()).isEqualTo("[0.0,0.25]");
        assertThat(job.path("cashWeight").doubleValue()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"kind\":\"magic\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}]} | kind",
                "{\"kind\":\"risk\"} | holdings",
                "{\"kind\":\"risk\",\"portfolioId\":\"019ab000-0000-7000-8000-0000000000a1\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}]} | holdings",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"parameters\":{\"confidence\":[0.95,1.2]}} | parameters.confidence[1]",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"parameters\":{\"horizonDays\":0}} | parameters.horizonDays",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"parameters\":{\"methods\":[\"ASTROLOGY\"]}} | parameters.methods[0]",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"parameters\":{\"colour\":\"red\"}} | parameters.colour",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\"}]} | holdings[0]",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"weight\":0.5},{\"symbol\":\"B\",\"quantity\":1}]} | holdings[1]",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"weight\":0.5}]} | holdings",
                "{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-03\",\"2025-01-02\"],\"prices\":[[1],[1]]}} | data.dates[1]",
                "{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-02\",\"2025-01-03\"],\"prices\":[[1],[-1]]}} | data.prices[1][0]",
                "{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-02\",\"2025-01-03\"],\"prices\":[[1],[1,2]]}} | data.prices[1]",
                "{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-02\"],\"prices\":[[1]]},\"weights\":[0.7]} | weights",
                "{\"kind\":\"risk\",\"data\":{\"symbols\":[\"A\"],\"dates\":[\"2025-01-02\"],\"prices\":[[1]]},\"weights\":{\"B\":1}} | weights.B",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"value\":-5} | value",
                "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"A\",\"quantity\":1}],\"value\":{\"amount\":5,\"currency\":\"EUR\"}} | value.currency"
            })
    void whatNobodyCanComputeIsRefusedByItsFieldAndNothingIsStored(String body, String field) {
        TestCaller caller = callers.inNewOrganisation();

        post(caller, body)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field.trim());
        http(caller)
                .get()
                .uri("/api/v1/analyses")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void beyondThePlanIsA402ThatNamesTheLimit() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":1,\"assetsPerAnalysis\":2,\"runningAnalyses\":2}");

        post(caller, """
                {"kind":"risk","holdings":[{"symbol":"A","quantity":1},{"symbol":"B","quantity":1},{"symbol":"C","quantity":1}]}""")
                .expectStatus()
                .isEqualTo(HttpStatus.PAYMENT_REQUIRED)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("assetsPerAnalysis");
        ask(caller);
        post(caller, SMALL)
                .expectStatus()
                .isEqualTo(HttpStatus.PAYMENT_REQUIRED)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("analysesPerDay");
    }

    /** 100,000 paths x 10 days x 2 assets are two millions to the last. */
    @Test
    void aSimulationBeyondThePlanIsA402ThatNamesLimitFieldAndPlan() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"simulationMillions\":2,\"runningAnalyses\":10}");
        String question = """
                {"kind":"risk","holdings":[{"symbol":"A","quantity":1},{"symbol":"B","quantity":1}],
                 "parameters":{"methods":"MONTE_CARLO","horizonDays":10,"paths":%d}}""";

        ask(caller, question.formatted(100_000));
        post(caller, question.formatted(100_001))
                .expectStatus()
                .isEqualTo(HttpStatus.PAYMENT_REQUIRED)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("simulationMillions")
                .jsonPath("$.plan")
                .isEqualTo("PRO")
                .jsonPath("$.allowed")
                .isEqualTo(2)
                .jsonPath("$.asked")
                .isEqualTo(3)
                .jsonPath("$.errors[0].field")
                .isEqualTo("parameters.paths");
    }

    @Test
    void theSameKeyIsTheSameAnalysis() {
        TestCaller caller = callers.inNewOrganisation();
        String key = UUID.randomUUID().toString();

        assertThat(askWithKey(caller, key)).isEqualTo(askWithKey(caller, key));
        worker.takeJob();
        assertThat(worker.hasNoJobFor(1_500)).isTrue();
    }

    /** As when the database dies between the analysis and the memory of its answer. */
    @Test
    void theSameKeyIsTheSameAnalysisEvenWhenItsFirstAnswerIsForgotten() {
        TestCaller caller = callers.inNewOrganisation();
        String key = UUID.randomUUID().toString();
        String first = askWithKey(caller, key);
        jdbc.sql("delete from idempotency_key where key = ?").param(key).update();

        assertThat(askWithKey(caller, key)).isEqualTo(first);
        worker.takeJob();
        assertThat(worker.hasNoJobFor(1_500)).isTrue();
    }

    private String askWithKey(TestCaller caller, String key) {
        return http(caller)
                .post()
                .uri("/api/v1/analyses")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(SMALL)
                .exchange()
                .expectStatus()
                .isAccepted()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
    }

    @Test
    void aQueuedAnalysisIsCancelledAtOnceAndNeverSentOrItsWorkerIsTold() {
        TestCaller caller = callers.inNewOrganisation();
        UUID sent = ask(caller);
        worker.takeJob();

        cancel(caller, sent, HttpStatus.OK, "CANCELLED");

        assertThat(worker.takeControl().path("analysisId").stringValue()).isEqualTo(sent.toString());
        worker.say("completed", sent, caller.organisationId());
        UUID after = ask(caller);
        worker.say("completed", after, caller.organisationId());
        awaitState(caller, after, "COMPLETED");
        assertThat(get(caller, sent).path("state").stringValue()).isEqualTo("CANCELLED");
        cancel(caller, sent, HttpStatus.OK, "CANCELLED");
    }

    @Test
    void aWaitingAnalysisThatIsCancelledNeverReachesAWorker() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":100,\"runningAnalyses\":1}");
        UUID first = ask(caller);
        UUID waiting = ask(caller);
        worker.takeJob();

        cancel(caller, waiting, HttpStatus.OK, "CANCELLED");
        worker.say("completed", first, caller.organisationId());

        assertThat(worker.hasNoJobFor(2_000)).isTrue();
        assertThat(worker.hearsNothingFor(100)).isTrue();
    }

    @Test
    void theWorkerOfARunningAnalysisIsAskedToStopAndAnEndedOneStays() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        worker.takeJob();
        worker.say("started", id, caller.organisationId());
        awaitState(caller, id, "RUNNING");

        cancel(caller, id, HttpStatus.ACCEPTED, "RUNNING");
        assertThat(worker.takeControl().path("action").stringValue()).isEqualTo("cancel");
        worker.say("cancelled", id, caller.organisationId());
        awaitState(caller, id, "CANCELLED");

        UUID done = ask(caller);
        worker.say("completed", done, caller.organisationId());
        awaitState(caller, done, "COMPLETED");
        http(caller)
                .delete()
                .uri("/api/v1/analyses/" + done)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private void cancel(TestCaller caller, UUID id, HttpStatus status, String state) {
        http(caller)
                .delete()
                .uri("/api/v1/analyses/" + id)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }

    @Test
    void theResultIsTheStoredDocumentWithItsHashAsTag() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/result")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("QUEUED");
        store(id, caller.organisationId());
        String hash = "a".repeat(64);
        worker.say("completed", id, caller.organisationId(), 1, event -> event.put("resultHash", hash));
        awaitState(caller, id, "COMPLETED");

        http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/result")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + hash + "\"")
                .expectBody()
                .json("{\"kind\":\"risk\",\"sentences\":[\"In 1 month out of 20\"],\"figure\":0.1}");
        http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/result")
                .header("If-None-Match", "\"" + hash + "\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    private void store(UUID id, UUID organisation) {
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", organisation.toString())
                        .append("schemaVersion", 1)
                        .append(
                                "document",
                                new Document("kind", "risk")
                                        .append("sentences", java.util.List.of("In 1 month out of 20"))
                                        .append("figure", 0.1)));
    }

    @Test
    void anotherOrganisationSeesCancelsAndReadsNothing() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        UUID id = ask(owner);
        store(id, owner.organisationId());
        worker.say("completed", id, owner.organisationId());
        awaitState(owner, id, "COMPLETED");

        for (String path : java.util.List.of("/api/v1/analyses/" + id, "/api/v1/analyses/" + id + "/result")) {
            http(stranger).get().uri(path).exchange().expectStatus().isNotFound();
        }
        http(stranger)
                .method(HttpMethod.DELETE)
                .uri("/api/v1/analyses/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        http(stranger)
                .get()
                .uri("/api/v1/analyses")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        http(callers.serviceToken())
                .get()
                .uri("/api/v1/analyses/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        anonymous()
                .get()
                .uri("/api/v1/analyses/" + id)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(jdbc.sql("select count(*) from analysis")
                        .query(Integer.class)
                        .single())
                .as("rows that the service's role sees without an organisation")
                .isZero();
    }

    @Test
    void theListIsNewestFirstInPagesAndByKindStateAndPortfolio() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = ask(caller);
        UUID second = ask(caller);
        UUID third = ask(caller);

        JsonNode page = list(caller, "?limit=2");
        assertThat(page.path("items").path(0).path("id").stringValue()).isEqualTo(third.toString());
        assertThat(page.path("items").path(1).path("id").stringValue()).isEqualTo(second.toString());
        JsonNode rest =
                list(caller, "?limit=2&cursor=" + page.path("nextCursor").stringValue());
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("items").path(0).path("id").stringValue()).isEqualTo(first.toString());
        assertThat(list(caller, "?state=COMPLETED").path("items").size()).isZero();
        assertThat(list(caller, "?kind=risk&state=QUEUED").path("items").size()).isEqualTo(3);
        assertThat(list(caller, "?portfolioId=" + UUID.randomUUID())
                        .path("items")
                        .size())
                .isZero();
    }

    private JsonNode list(TestCaller caller, String query) {
        return WorkerStandIn.JSON.readTree(http(caller)
                .get()
                .uri("/api/v1/analyses" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
