package io.riskwatch.marketdata.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

class HistoryIT extends MarketdataIT {

    @Autowired
    private JsonMapper json;

    @Test
    void theWholeSimulatedHistoryIsThereFromTheFirstStart() {
        HistoryView history = history("ORBX", "");
        assertThat(history.provider()).isEqualTo("xsim");
        assertThat(history.simulated()).isTrue();
        assertThat(history.currency()).isEqualTo("USD");
        assertThat(history.from()).isEqualTo(LocalDate.of(2006, 1, 2));
        assertThat(history.points()).hasSizeGreaterThan(5_000);
        assertThat(history.points().getFirst().open()).isEqualTo(38.0);
        assertThat(history("XWORLD", "").points().getFirst().volume())
                .as("nobody trades an index")
                .isNull();
    }

    @Test
    void aWindowHoldsExactlyItsDays() {
        HistoryView week = history("XWORLD", "?from=2020-03-02&to=2020-03-08");
        assertThat(week.points())
                .extracting(HistoryView.Point::date)
                .containsExactly(
                        LocalDate.of(2020, 3, 2),
                        LocalDate.of(2020, 3, 3),
                        LocalDate.of(2020, 3, 4),
                        LocalDate.of(2020, 3, 5),
                        LocalDate.of(2020, 3, 6));
        assertThat(history("XWORLD", "?from=1990-01-01&to=1990-02-01").points()).isEmpty();
    }

    @Test
    void thinningKeepsTheExtremesAndTheEnds() {
        List<HistoryView.Point> all = history("ORBX", "").points();
        List<HistoryView.Point> thin = history("ORBX", "?maxPoints=100").points();
        assertThat(thin).hasSizeBetween(50, 100).isSubsetOf(all);
        assertThat(thin.getFirst()).isEqualTo(all.getFirst());
        assertThat(thin.getLast()).isEqualTo(all.getLast());
        assertThat(thin.stream().mapToDouble(HistoryView.Point::close).max())
                .isEqualTo(all.stream().mapToDouble(HistoryView.Point::close).max());
        assertThat(thin.stream().mapToDouble(HistoryView.Point::close).min())
                .isEqualTo(all.stream().mapToDouble(HistoryView.Point::close).min());
    }

    @Test
    void wrongQuestionsAreRefused() {
        client(ORGANISATION)
                .get()
                .uri("/api/v1/history/NOPE")
                .exchange()
                .expectStatus()
                .isNotFound();
        for (String wrong : List.of("?from=yesterday", "?maxPoints=3", "?from=2020-01-02&to=2020-01-01")) {
            client(ORGANISATION)
                    .get()
                    .uri("/api/v1/history/ORBX" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void workersReadSeveralSymbolsAsOneMatrix() {
        byte[] answer = columns(Map.of(
                "organisationId",
                ORGANISATION,
                "symbols",
                List.of("XWORLD", "NOPE", "ORBX"),
                "from",
                "2020-03-02",
                "to",
                "2020-03-08"));
        ByteBuffer bytes = ByteBuffer.wrap(answer);
        assertThat(bytes.getInt()).isEqualTo(0x52574831);
        byte[] header = new byte[bytes.getInt()];
        bytes.get(header);
        assertThat(json.readTree(new String(header, StandardCharsets.UTF_8))).isEqualTo(json.readTree("""
                {"rows":5,"symbols":[{"symbol":"XWORLD","currency":"USD","provider":"xsim","simulated":true},
                {"symbol":"ORBX","currency":"USD","provider":"xsim","simulated":true}],"missing":["NOPE"]}"""));
        for (int i = 0; i < 5; i++) {
            assertThat(bytes.getInt())
                    .isEqualTo((int) LocalDate.of(2020, 3, 2 + i).toEpochDay());
        }
        for (String symbol : List.of("XWORLD", "ORBX")) {
            for (HistoryView.Point point :
                    history(symbol, "?from=2020-03-02&to=2020-03-08").points()) {
                assertThat(bytes.getDouble()).isEqualTo(point.close());
            }
        }
        assertThat(bytes.remaining()).isZero();
    }

    @Test
    void theLastCommonDaysOfTheWholeBookComeAtOnce() {
        byte[] answer = columns(Map.of(
                "organisationId", ORGANISATION, "symbols", List.of("ORBX", "BGOV", "EURUSD"), "lastCommonDays", 1_260));
        ByteBuffer bytes = ByteBuffer.wrap(answer);
        int headerLength = bytes.getInt(4);
        assertThat(answer).hasSize(8 + headerLength + 1_260 * 4 + 3 * 1_260 * 8);
    }

    @Test
    void theMatrixIsForServicesOnly() {
        Map<String, Object> request = Map.of("organisationId", ORGANISATION, "symbols", List.of("ORBX"));
        for (var refused : Map.of(client(ORGANISATION), 403, anonymous(), 401).entrySet()) {
            refused.getKey()
                    .post()
                    .uri("/internal/v1/history/columns")
                    .bodyValue(request)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(refused.getValue());
        }
        client(TOKENS.service())
                .post()
                .uri("/internal/v1/history/columns")
                .bodyValue(Map.of("organisationId", ORGANISATION, "symbols", List.of()))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private byte[] columns(Map<String, Object> request) {
        return client(TOKENS.service())
                .post()
                .uri("/internal/v1/history/columns")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    private HistoryView history(String symbol, String parameters) {
        return client(ORGANISATION)
                .get()
                .uri("/api/v1/history/" + symbol + parameters)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(HistoryView.class)
                .returnResult()
                .getResponseBody();
    }
}
