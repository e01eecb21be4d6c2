package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.TestSocket;
import io.riskwatch.portfolio.organisation.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Everything there is of a client's account, at every address, for each who may see it and each who may not. */
class ClientSightIT extends AnalysisTestBase {

    private static final String SHA = "cd".repeat(32);
    private static final String SCHEDULES = "/api/v1/analysis-schedules";

    @Autowired
    private MongoTemplate mongo;

    private TestCaller owner;
    private TestCaller adviser;
    private TestCaller granted;
    private TestCaller other;
    private TestCaller stranger;
    private Ledgers owners;
    private String client;
    private long number;
    private String portfolio;
    private String schedule;
    private String rule;

    @BeforeEach
    void aClientWhoIsGrantedToOneOfTwoMembers() {
        owner = callers.inNewOrganisation();
        adviser = callers.colleagueOf(owner, "Anna", Role.ADVISER);
        granted = callers.colleagueOf(owner, "Gil", Role.MEMBER);
        other = callers.colleagueOf(owner, "Otto", Role.MEMBER);
        stranger = callers.inNewOrganisation();
        owners = new Ledgers(http(owner));
        entitle(owner, 1, "{\"analysesPerDay\":100,\"runningAnalyses\":10,\"analysisSchedules\":10,\"portfolios\":10}");
        JsonNode made = body(owners.post("/api/v1/clients", "{\"name\":\"Ada Augusta\",\"loan\":\"5\"}"));
        client = made.path("id").stringValue();
        number = made.path("number").longValue();
        portfolio = made.path("portfolioId").stringValue();
        owners.put("/api/v1/clients/" + client + "/grants/" + granted.userId(), "{\"scope\":\"READ\"}")
                .expectStatus()
                .isOk();
        owners.imported(portfolio, """
            date,type,symbol,quantity,price,currency,amount,note
            2026-01-05,TRANSFER_IN,QNTL,2,50,USD,,inheritance of Countess
            """);
        schedule = body(owners.post(SCHEDULES, """
            {"name":"Of Ada","request":%s,"cadence":"DAILY","time":"07:30","zone":"Europe/Berlin"}\
            """.formatted(question("risk"))))
                .path("id")
                .stringValue();
        rule = body(owners.post("/api/v1/alert-rules", """
            {"name":"Call of Ada","kind":"MARGIN_DISTANCE","measure":"STATE","marginState":"CALL","portfolioId":"%s"}\
            """.formatted(portfolio)))
                .path("id")
                .stringValue();
    }

    @AfterEach
    void deleteTheSchedule() {
        http(owner).delete().uri(SCHEDULES + "/" + schedule).exchange();
    }

    @Test
    void everyAddressOfItAnswersThoseWhoSeeTheClientAndIsNotThereForOthers() {
        UUID first = completed();
        UUID second = completed();
        UUID again = recomputed(first);
        String analysis = "/api/v1/analyses/" + first;
        List<String> addresses = List.of(
                analysis,
                analysis + "/result",
                analysis + "/result.csv",
                analysis + "/tables",
                analysis + "/report.html",
                analysis + "/report.pdf",
                analysis + "/figures",
                analysis + "/figures/performance.sharpe",
                analysis + "/arrays",
                analysis + "/arrays/terminal",
                "/api/v1/analyses/compare?ids=" + first + "," + second,
                "/api/v1/analyses/" + again + "/recomputation",
                SCHEDULES + "/" + schedule,
                "/api/v1/alert-rules/" + rule,
                "/api/v1/clients/" + client,
                "/api/v1/clients/" + client + "/positions",
                "/api/v1/clients/" + client + "/margin",
                "/api/v1/portfolios/" + portfolio,
                "/api/v1/portfolios/" + portfolio + "/transactions",
                "/api/v1/portfolios/" + portfolio + "/holdings",
                "/api/v1/portfolios/" + portfolio + "/valuation",
                "/api/v1/portfolios/" + portfolio + "/margin",
                "/api/v1/portfolios/" + portfolio + "/margin/events",
                "/positions/" + number,
                "/margin/" + number,
                "/api/clients/" + number,
                "/api/positions/client/" + number,
                "/api/margin-status/" + number,
                "/api/market-data/client/" + number);
        for (String address : addresses) {
            for (var caller : Map.of("owner", owner, "adviser", adviser, "granted", granted)
                    .entrySet()) {
                assertThat(status(caller.getValue(), address))
                        .as(caller.getKey() + " " + address)
                        .isEqualTo(200);
            }
            for (var caller : Map.of("other", other, "stranger", stranger).entrySet()) {
                assertThat(status(caller.getValue(), address))
                        .as(caller.getKey() + " " + address)
                        .isEqualTo(404);
            }
        }
    }

    private int status(TestCaller caller, String address) {
        return http(caller)
                .get()
                .uri(address)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    /** As the published document has them, so that an address that comes anew is walked as well. */
    @Test
    void nothingBelowTheClientOrItsAccountIsThereForOthers() throws IOException {
        JsonNode document = WorkerStandIn.JSON.readTree(Files.readString(Path.of("contract", "openapi.json")));
        Map<String, List<String>> methods = new TreeMap<>();
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().matches("/api/v1/(portfolios/\\{id}|clients/\\{clientId}).*")) {
                String address = path.getKey()
                        .replace("{id}", portfolio)
                        .replace("{clientId}", client)
                        .replace("{number}", "1")
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                methods.put(address, List.copyOf(path.getValue().propertyNames()));
            }
        });
        assertThat(methods).hasSizeGreaterThan(30);
        methods.forEach((address, known) -> {
            for (TestCaller caller : List.of(other, stranger)) {
                if (known.contains("get")) {
                    assertThat(status(caller, address)).as(address).isIn(404, missingParameter(caller));
                }
                if (known.contains("delete")) {
                    http(caller).delete().uri(address).exchange().expectStatus().isNotFound();
                }
            }
        });
        assertThat(status(granted, "/api/v1/portfolios/" + portfolio)).isEqualTo(200);
    }

    /** Another organisation's owner is asked for what is missing before anything is looked for. */
    private int missingParameter(TestCaller caller) {
        return caller == stranger ? 400 : 404;
    }

    @Test
    void everyListAndTheSearchLeaveItOutForOthers() {
        UUID analysis = completed();
        await().until(() -> !owners.get("/api/v1/alert-rules").get("items").isEmpty());
        Map<String, String> lists = Map.of(
                "/api/v1/analyses",
                analysis.toString(),
                "/api/v1/analyses?portfolioId=" + portfolio,
                analysis.toString(),
                "/api/v1/analyses?kind=risk",
                analysis.toString(),
                SCHEDULES,
                schedule,
                "/api/v1/alert-rules",
                rule,
                "/api/v1/clients",
                client,
                "/api/v1/clients?sort=UTILIZATION",
                client,
                "/api/v1/search?q=Augusta",
                portfolio,
                "/api/v1/search?q=Countess",
                portfolio,
                "/api/v1/search?q=QNTL",
                "Quantel");
        lists.forEach((list, item) -> {
            for (TestCaller caller : List.of(owner, adviser, granted)) {
                assertThat(new Ledgers(http(caller)).get(list).toString())
                        .as(list)
                        .contains(item);
            }
            for (TestCaller caller : List.of(other, stranger)) {
                assertThat(new Ledgers(http(caller)).get(list).get("items"))
                        .as(list)
                        .isEmpty();
            }
        });
    }

    @Test
    void nobodyElseAsksAboutItOrChangesWhatIsAbout() {
        UUID analysis = completed();
        String waiting = "/api/v1/analyses/" + ask(owner, question("risk"));
        for (TestCaller caller : List.of(other, stranger)) {
            Ledgers theirs = new Ledgers(http(caller));
            for (RestTestClient.ResponseSpec refused : List.of(
                    theirs.post("/api/v1/analyses", question("risk")),
                    theirs.post("/api/v1/analyses", question("stress")),
                    theirs.post("/api/v1/analyses/" + analysis + "/recompute", ""),
                    theirs.post("/api/v1/analyses/" + analysis + "/run-again", ""),
                    theirs.post(SCHEDULES, scheduled(question("risk"))),
                    theirs.put(SCHEDULES + "/" + schedule, scheduled(SMALL_HOLDINGS)),
                    http(caller).delete().uri(waiting).exchange(),
                    http(caller).delete().uri(SCHEDULES + "/" + schedule).exchange(),
                    http(caller).delete().uri("/api/v1/alert-rules/" + rule).exchange())) {
                refused.expectStatus().isNotFound();
            }
        }
        Ledgers members = new Ledgers(http(granted));
        members.post("/api/v1/analyses", question("risk")).expectStatus().isAccepted();
        members.put(SCHEDULES + "/" + schedule, scheduled(question("risk")))
                .expectStatus()
                .isOk();
        http(granted).delete().uri(waiting).exchange().expectStatus().isOk();
    }

    private static final String SMALL_HOLDINGS =
            "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"ORBX\",\"quantity\":2}]}";

    private static String scheduled(String request) {
        return "{\"name\":\"Theirs\",\"request\":%s,\"cadence\":\"DAILY\",\"time\":\"07:30\",\"zone\":\"UTC\"}"
                .formatted(request);
    }

    @Test
    void whatWorkersSayIsToldToThoseWhoSeeTheClient() {
        try (TestSocket owns = listening(owner);
                TestSocket advises = listening(adviser);
                TestSocket reads = listening(granted);
                TestSocket others = listening(other);
                TestSocket strangers = listening(stranger)) {
            UUID cancelled = ask(owner, question("risk"));
            http(owner)
                    .delete()
                    .uri("/api/v1/analyses/" + cancelled)
                    .exchange()
                    .expectStatus()
                    .isOk();
            UUID failed = ask(owner, question("risk"));
            worker.say("started", failed, owner.organisationId());
            awaitState(owner, failed, "RUNNING");
            worker.say("failed", failed, owner.organisationId());
            awaitState(owner, failed, "FAILED");
            completed();
            // everybody's, and the last to be told: who has heard it has heard all
            UUID last = ask(owner);
            worker.say("completed", last, owner.organisationId());
            for (TestSocket socket : List.of(owns, advises, reads, others)) {
                await().until(() -> socket.heard("analysis.completed").stream()
                        .anyMatch(
                                frame -> frame.path("analysisId").stringValue().equals(last.toString())));
            }

            for (TestSocket socket : List.of(owns, advises, reads)) {
                assertThat(about(socket)).contains("analysis.cancelled", "analysis.failed", "analysis.completed");
                assertThat(about(socket)).isEqualTo(about(owns));
            }
            assertThat(about(others)).isEmpty();
            assertThat(strangers.heard())
                    .allMatch(frame -> List.of("hello", "heartbeat")
                            .contains(frame.path("type").stringValue()));
        }
    }

    @Test
    void whoIsNoLongerGrantedHearsNoMore() {
        http(owner)
                .delete()
                .uri("/api/v1/clients/" + client + "/grants/" + granted.userId())
                .exchange()
                .expectStatus()
                .isNoContent();
        try (TestSocket reads = listening(granted)) {
            completed();
            UUID last = ask(owner);
            worker.say("completed", last, owner.organisationId());
            await().until(() -> !reads.heard("analysis.completed").isEmpty());

            assertThat(about(reads)).isEmpty();
        }
        assertThat(status(granted, SCHEDULES + "/" + schedule)).isEqualTo(404);
    }

    @Test
    void ofADeletedClientOnlyThoseReadWhoSeeEveryClient() {
        String analysis = "/api/v1/analyses/" + completed();
        http(owner)
                .delete()
                .uri("/api/v1/clients/" + client)
                .exchange()
                .expectStatus()
                .isNoContent();

        for (TestCaller caller : List.of(owner, adviser)) {
            assertThat(status(caller, analysis + "/report.html")).isEqualTo(200);
        }
        for (TestCaller caller : List.of(granted, other, stranger)) {
            assertThat(status(caller, analysis + "/report.html")).isEqualTo(404);
            assertThat(new Ledgers(http(caller)).get("/api/v1/analyses").get("items"))
                    .isEmpty();
        }
    }

    @Test
    void ofADeletedPortfolioThatWasNoClientsEverybodyReadsStill() {
        String own = owners.newPortfolio();
        owners.imported(own, """
            date,type,symbol,quantity,price,currency,amount,note
            2026-01-05,TRANSFER_IN,ORBX,2,50,USD,,
            """);
        String analysis = "/api/v1/analyses/" + completed(question("risk").replace(portfolio, own));
        http(owner)
                .delete()
                .uri("/api/v1/portfolios/" + own)
                .exchange()
                .expectStatus()
                .isNoContent();

        for (TestCaller caller : List.of(owner, adviser, granted, other)) {
            assertThat(status(caller, analysis)).isEqualTo(200);
            assertThat(status(caller, analysis + "/report.html"))
                    .as("without the portfolio's name")
                    .isEqualTo(200);
        }
    }

    private List<String> about(TestSocket socket) {
        return socket.heard().stream()
                .filter(frame -> frame.path("portfolioId").asString("").equals(portfolio))
                .map(frame -> frame.path("type").stringValue())
                .filter(type -> type.startsWith("analysis."))
                .toList();
    }

    private TestSocket listening(TestCaller caller) {
        TestSocket socket = new TestSocket(address(), "/ws/events", caller.token());
        await().until(() -> !socket.heard("hello").isEmpty());
        return socket;
    }

    private String question(String kind) {
        return "{\"kind\":\"%s\",\"portfolioId\":\"%s\"}".formatted(kind, portfolio);
    }

    private UUID completed() {
        return completed(question("risk"));
    }

    private UUID completed(String question) {
        return finished(ask(owner, question));
    }

    private UUID recomputed(UUID analysis) {
        return finished(UUID.fromString(body(owners.post("/api/v1/analyses/" + analysis + "/recompute", ""))
                .path("id")
                .stringValue()));
    }

    /** With the published example as result, and an array beside it. */
    private UUID finished(UUID id) {
        Map<String, Object> document = WorkerStandIn.JSON.convertValue(
                WorkerStandIn.resource("result/examples/risk.json"), new TypeReference<Map<String, Object>>() {});
        Document array = new Document("name", "terminal")
                .append("description", "ends")
                .append("type", "FLOAT64")
                .append("shape", List.of(1))
                .append("bytes", 3)
                .append("sha256", SHA)
                .append("pieces", 1);
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", owner.organisationId().toString())
                        .append("document", new Document(document))
                        .append("arrays", List.of(array)));
        mongo.getCollection("analysis_array")
                .insertOne(new Document("_id", id + ":" + SHA + ":0")
                        .append("organisationId", owner.organisationId().toString())
                        .append("bytes", new Binary(new byte[] {1, 2, 3})));
        worker.say("completed", id, owner.organisationId());
        awaitState(owner, id, "COMPLETED");
        return id;
    }

    private static JsonNode body(RestTestClient.ResponseSpec answer) {
        return Ledgers.body(answer.expectStatus().is2xxSuccessful());
    }
}
