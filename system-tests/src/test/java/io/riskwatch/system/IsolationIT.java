package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.system.client.ApiClient;
import io.riskwatch.system.client.EventSocket;
import io.riskwatch.system.client.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two organisations on one platform: what one has, the other cannot see, read, change or hear of. */
@ExtendWith(PlatformExtension.class)
class IsolationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void anotherOrganisationsThingsAnswer404AndAreInNoList(Platform platform) {
        ApiClient owner = new Visitor(platform.gateway()).tryTheDemo().apiClient();
        ApiClient stranger = new Visitor(platform.gateway()).tryTheDemo().apiClient();

        String portfolio = owner.post("/api/v1/portfolios", "{\"name\":\"Mine\",\"baseCurrency\":\"USD\"}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        String base = "/api/v1/portfolios/" + portfolio;
        String account = owner.post(base + "/accounts", "{\"name\":\"Broker\",\"kind\":\"MARGIN\"}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        String importId = imported(owner, base + "/imports", "symbol,quantity,price,currency\nSECRETX,10,5.00,USD\n");
        String historyId = imported(owner, "/api/v1/history/imports", history());
        JsonNode analysis =
                owner.analyse("{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"SECRETX\",\"weight\":1.0}]}", PATIENCE);
        assertThat(analysis.get("state").asString()).as(analysis.toString()).isEqualTo("COMPLETED");
        String analysisPath = "/api/v1/analyses/" + analysis.get("id").asString();

        JsonNode another =
                owner.analyse("{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"SECRETX\",\"weight\":1.0}]}", PATIENCE);
        String compared = "/api/v1/analyses/compare?ids=" + analysis.get("id").asString() + ","
                + another.get("id").asString();
        String schedule =
                "{\"name\":\"Mine\",\"request\":{\"kind\":\"risk\",\"portfolioId\":\"%s\"},".formatted(portfolio)
                        + "\"cadence\":\"DAILY\",\"time\":\"07:30\",\"zone\":\"UTC\"}";
        String scheduleId = owner.post("/api/v1/analysis-schedules", schedule)
                .expect(201)
                .json()
                .get("id")
                .asString();
        String schedulePath = "/api/v1/analysis-schedules/" + scheduleId;

        JsonNode client = owner.post("/api/v1/clients", "{\"name\":\"SECRETX Holdings\",\"loan\":\"5\"}")
                .expect(201)
                .json();
        String clientPath = "/api/v1/clients/" + client.get("id").asString();
        long number = client.get("number").asLong();
        long position = owner.post(clientPath + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expect(201)
                .json()
                .get("number")
                .asLong();
        String positionPath = clientPath + "/positions/" + position;

        List<String> reads = List.of(
                clientPath,
                clientPath + "/positions",
                positionPath,
                clientPath + "/margin",
                clientPath + "/grants",
                clientPath + "/events",
                "/positions/" + number,
                "/margin/" + number,
                "/api/clients/" + number,
                "/api/positions/client/" + number,
                "/api/margin-status/" + number,
                "/api/market-data/client/" + number,
                base,
                base + "/transactions",
                base + "/transactions?accountId=" + account,
                base + "/holdings?accountId=" + account,
                base + "/performance/gains?accountId=" + account,
                base + "/lots?accountId=" + account,
                base + "/accounts",
                base + "/accounts/" + account,
                base + "/holdings",
                base + "/valuation",
                base + "/valuation/history",
                base + "/performance",
                base + "/performance/flows",
                base + "/allocation",
                base + "/recommendations",
                base + "/risk-score",
                base + "/income",
                base + "/corporate-actions",
                base + "/lots/methods",
                base + "/lots/realised",
                base + "/transactions/export",
                base + "/imports",
                compared,
                base + "/imports/" + importId,
                base + "/imports/" + importId + "/rows",
                schedulePath,
                "/api/v1/history/imports/" + historyId,
                "/api/v1/history/SECRETX",
                "/api/v1/instruments/SECRETX",
                analysisPath,
                analysisPath + "/result",
                analysisPath + "/arrays",
                analysisPath + "/arrays/returns",
                analysisPath + "/tables",
                analysisPath + "/result.csv",
                analysisPath + "/figures",
                analysisPath + "/figures/performance.sharpe");
        for (String path : reads) {
            owner.get(path).expect(200);
            stranger.get(path).expect(404);
        }
        stranger.post(
                        base + "/transactions",
                        "{\"date\":\"2026-01-05\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"1\"}")
                .expect(404);
        stranger.post(base + "/accounts", "{\"name\":\"Theirs\",\"kind\":\"CASH\"}")
                .expect(404);
        stranger.delete(base + "/accounts/" + account).expect(404);
        stranger.upload(base + "/imports", "a.csv", "symbol,quantity\nORBX,1\n".getBytes(StandardCharsets.UTF_8))
                .expect(404);
        stranger.post(base + "/imports/" + importId + "/commit", "").expect(404);
        stranger.delete(base + "/imports/" + importId).expect(404);
        stranger.delete("/api/v1/history/imports/" + historyId).expect(404);
        stranger.post(analysisPath + "/recompute", "").expect(404);
        stranger.post(analysisPath + "/run-again", "").expect(404);
        stranger.delete(analysisPath).expect(404);
        stranger.put(schedulePath, schedule).expect(404);
        stranger.delete(schedulePath).expect(404);
        stranger.post("/api/v1/analysis-schedules", schedule).expect(404);
        stranger.put(clientPath, "{\"name\":\"Theirs\"}").expect(404);
        stranger.post(clientPath + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expect(404);
        stranger.put(positionPath, "{\"quantity\":\"1\"}").expect(404);
        stranger.delete(positionPath).expect(404);
        stranger.delete(clientPath).expect(404);
        stranger.put("/api/clients/" + number, "{\"loan\":1}").expect(404);
        stranger.post("/api/positions", "{\"clientId\":%d,\"symbol\":\"ORBX\",\"quantity\":1}".formatted(number))
                .expect(404);
        stranger.put("/api/positions/" + position, "{\"quantity\":1}").expect(404);
        stranger.delete("/api/positions/" + position).expect(404);
        stranger.delete("/api/clients/" + number).expect(404);
        stranger.delete(base).expect(404);
        stranger.post("/api/v1/analyses", "{\"kind\":\"risk\",\"portfolioId\":\"%s\"}".formatted(portfolio))
                .expect(404);

        assertThat(stranger.get("/api/v1/portfolios").expect(200).text()).doesNotContain(portfolio);
        assertThat(stranger.get("/api/v1/clients").expect(200).text()).doesNotContain("SECRETX");
        assertThat(stranger.get("/api/v1/analysis-schedules").expect(200).text())
                .doesNotContain(scheduleId);
        assertThat(stranger.get("/api/v1/export").expect(200).text()).doesNotContain(portfolio);
        assertThat(stranger.get("/api/v1/search?q=SECRETX").expect(200).text()).doesNotContain("SECRETX");
        assertThat(stranger.get("/api/v1/analyses").expect(200).text())
                .doesNotContain(analysis.get("id").asString());
        assertThat(stranger.get("/api/v1/instruments?query=SECRETX")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(stranger.get("/api/v1/quotes?symbols=SECRETX")
                        .expect(200)
                        .json()
                        .get("quotes"))
                .isEmpty();
        owner.get(base).expect(200);
    }

    @Test
    void anotherOrganisationsPaperTradingAnswers404(Platform platform) {
        ApiClient owner = new Visitor(platform.gateway()).tryTheDemo().apiClient();
        ApiClient stranger = new Visitor(platform.gateway()).tryTheDemo().apiClient();
        String portfolio = owner.post("/api/v1/paper/portfolios", "{}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        String paper = "/api/v1/paper/portfolios/" + portfolio;
        String order = "{\"symbol\":\"ORBX\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"1\","
                + "\"limitPrice\":\"0.01\",\"timeInForce\":\"GTC\"}";
        JsonNode placed = owner.post(paper + "/orders", order).expect(201).json();
        assertThat(placed.get("state").asString()).as(placed.toString()).isEqualTo("ACCEPTED");
        String orderPath = paper + "/orders/" + placed.get("id").asString();

        for (String path : List.of(
                paper + "/account",
                paper + "/orders",
                paper + "/executions",
                paper + "/events",
                orderPath,
                orderPath + "/events")) {
            owner.get(path).expect(200);
            stranger.get(path).expect(404);
        }
        stranger.post(paper + "/orders", order).expect(404);
        stranger.put(orderPath, "{\"quantity\":\"2\",\"limitPrice\":\"0.01\"}").expect(404);
        stranger.delete(orderPath).expect(404);
        assertThat(stranger.get("/api/v1/paper/portfolios").expect(200).text()).doesNotContain(portfolio);
        assertThat(owner.get(orderPath).expect(200).json().get("state").asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aStrangerHearsNothingOfAnotherOrganisationsAnalyses(Platform platform) throws Exception {
        ApiClient owner = new Visitor(platform.gateway()).tryTheDemo().apiClient();
        ApiClient stranger = new Visitor(platform.gateway()).tryTheDemo().apiClient();
        try (EventSocket hers = EventSocket.open(platform.gateway(), "/ws/events", owner.token());
                EventSocket theirs = EventSocket.open(platform.gateway(), "/ws/events", stranger.token())) {
            JsonNode analysis =
                    owner.analyse("{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"ORBX\",\"weight\":1.0}]}", PATIENCE);
            String id = analysis.get("id").asString();
            hers.await(message -> message.path("type").asString("").equals("analysis.completed"), PATIENCE);

            // the stranger's own run comes later on the same way: when it has been told, the other would have been too
            JsonNode own = stranger.analyse(
                    "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"ORBX\",\"weight\":1.0}]}", PATIENCE);
            theirs.await(
                    message -> message.path("analysisId")
                                    .asString("")
                                    .equals(own.get("id").asString())
                            && message.path("type").asString("").equals("analysis.completed"),
                    PATIENCE);
            assertThat(theirs.messages())
                    .noneMatch(message -> message.toString().contains(id));
        }
    }

    private static String imported(ApiClient client, String imports, String csv) {
        String id = client.upload(imports, "data.csv", csv.getBytes(StandardCharsets.UTF_8))
                .success()
                .json()
                .get("importId")
                .asString();
        client.post(imports + "/" + id + "/commit", "").success();
        return id;
    }

    /** 90 days of an upward saw. */
    private static String history() {
        StringBuilder csv = new StringBuilder("date,SECRETX\n");
        for (int day = 0; day < 90; day++) {
            csv.append(java.time.LocalDate.of(2026, 1, 5).plusDays(day))
                    .append(',')
                    .append(100 + day % 7 + day * 0.1)
                    .append('\n');
        }
        return csv.toString();
    }
}
