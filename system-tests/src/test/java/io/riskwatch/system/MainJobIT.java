package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.system.client.ApiClient;
import io.riskwatch.system.client.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The main job on real prices, by the real path: upload twenty S&P 500 stocks as price history, import a portfolio of
 * them, ask for its risk through the gateway as an API client, and compare every figure with one computed independently.
 *
 * <p>The expected figures are numpy's, from {@code main-job/derive.py}, which states the conventions: 1,257 rows from
 * 2018-01-02 to 2022-12-28, hence 1,256 simple returns of the weights quantity × last close (10, 15, ... 105 shares in
 * the file's column order), losses positive.
 */
@ExtendWith(PlatformExtension.class)
class MainJobIT {

    private static final double RELATIVE = 1e-9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void riskOfTwentyRealStocksAgreesWithIndependentFigures(Platform platform) {
        byte[] prices = SharedData.read("skfolio_sp500_dataset.csv");
        ApiClient client = new Visitor(platform.gateway()).tryTheDemo().apiClient();

        uploadHistory(client, prices);
        String portfolioId = importPortfolio(client, prices);
        JsonNode result = risk(client, portfolioId);

        assertThat(result.at("/provenance/observations").asInt()).isEqualTo(1_256);
        assertThat(result.at("/provenance/from").asString()).isEqualTo("2018-01-02");
        assertThat(result.at("/provenance/to").asString()).isEqualTo("2022-12-28");

        assertTail(result, "HISTORICAL", 0.95, 0.01763528495921171, 0.029715609635855417);
        assertTail(result, "HISTORICAL", 0.99, 0.032543378393160134, 0.05603957233169734);
        assertTail(result, "NORMAL", 0.95, 0.02117295977621164, 0.026551745752705698);
        assertTail(result, "NORMAL", 0.99, 0.02994532106411884, 0.03430729188162217);
        assertFigure(result, "/performance/annualVolatility", 0.20434056320568578);
        assertFigure(result, "/performance/sharpe", 1.0008615644458483);
        assertFigure(result, "/performance/maxDrawdown", -0.2908813526514924);
    }

    private static void uploadHistory(ApiClient client, byte[] prices) {
        JsonNode preview = client.upload("/api/v1/history/imports", "sp500.csv", prices)
                .success()
                .json();
        assertThat(preview.get("symbols").size()).isEqualTo(20);
        client.post("/api/v1/history/imports/" + preview.get("importId").asString() + "/commit", "")
                .expect(200);
    }

    private static String importPortfolio(ApiClient client, byte[] prices) {
        String header = new String(prices, 0, 200, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> symbols = List.of(header.substring(header.indexOf(',') + 1).split(","));
        StringBuilder csv = new StringBuilder("symbol,quantity\n");
        for (int i = 0; i < symbols.size(); i++) {
            csv.append(symbols.get(i)).append(',').append(10 + 5 * i).append('\n');
        }
        String id = client.post("/api/v1/portfolios", "{\"name\":\"Twenty stocks\",\"baseCurrency\":\"USD\"}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        String imports = "/api/v1/portfolios/" + id + "/imports";
        JsonNode preview = client.upload(imports, "holdings.csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .success()
                .json();
        assertThat(preview.at("/counts/NEW").asInt()).isEqualTo(20);
        client.post(imports + "/" + preview.get("importId").asString() + "/commit", "")
                .expect(200);
        return id;
    }

    private static JsonNode risk(ApiClient client, String portfolioId) {
        JsonNode state = client.analyse("""
                {"kind":"risk","portfolioId":"%s","parameters":{"confidence":[0.95,0.99],"horizonDays":[1],
                 "methods":["HISTORICAL","NORMAL"],"from":"2018-01-02","to":"2022-12-28"}}""".formatted(portfolioId), PATIENCE);
        assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("COMPLETED");
        return client.get("/api/v1/analyses/" + state.get("id").asString() + "/result")
                .expect(200)
                .json();
    }

    private static void assertTail(
            JsonNode result, String method, double confidence, double valueAtRisk, double shortfall) {
        for (JsonNode row : result.get("valueAtRisk")) {
            if (row.get("method").asString().equals(method)
                    && row.get("confidence").asDouble() == confidence
                    && row.get("horizonDays").asInt() == 1) {
                assertClose(method + " VaR " + confidence, row.get("fraction").asDouble(), valueAtRisk);
                assertClose(
                        method + " ES " + confidence,
                        row.at("/expectedShortfall/fraction").asDouble(),
                        shortfall);
                return;
            }
        }
        throw new AssertionError("no row for " + method + " " + confidence + " in " + result.get("valueAtRisk"));
    }

    private static void assertFigure(JsonNode result, String path, double expected) {
        assertClose(path, result.at(path).asDouble(Double.NaN), expected);
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
    }
}
