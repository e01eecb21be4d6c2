package io.riskwatch.marketdata.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.history.HistoryView.Point;
import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.Finding;
import io.riskwatch.marketdata.upload.UploadFixture;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Splits, dividends, corrections and doubts, as the API tells them. */
class CorporateActionsIT extends MarketdataIT {
    private static final LocalDate SPLIT_DAY = LocalDate.of(2019, 6, 3);
    private static final String AROUND_THE_SPLIT = "VYRA?from=2019-05-30&to=2019-06-05";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aSplitIsTakenOutUnlessTheRawPricesAreAskedFor() {
        HistoryView raw = history(AROUND_THE_SPLIT + "&adjustment=RAW");
        HistoryView adjusted = history(AROUND_THE_SPLIT);

        assertThat(raw.adjustment()).isEqualTo(Adjustment.RAW);
        assertThat(adjusted.adjustment()).isEqualTo(Adjustment.SPLITS);
        assertThat(adjusted.splits()).containsExactly(new HistoryView.SplitView(SPLIT_DAY, 4, 1));
        for (int i = 0; i < raw.points().size(); i++) {
            Point traded = raw.points().get(i);
            Point shown = adjusted.points().get(i);
            double factor = traded.date().isBefore(SPLIT_DAY) ? 0.25 : 1;
            assertThat(shown.close()).isEqualTo(traded.close() * factor);
            assertThat(shown.high()).isEqualTo(traded.high() * factor);
            assertThat(shown.volume()).isEqualTo(traded.volume() / factor);
        }
        assertThat(history("VYRA?from=2019-05-30&to=2019-05-31")
                        .points()
                        .getLast()
                        .close())
                .as("a window that ends before the split does not know it")
                .isEqualTo(raw.points().get(1).close());
    }

    @Test
    void workersGetTheAdjustmentTheyAskFor() {
        double[] split = vyra("SPLITS");
        double[] usual = vyra(null);
        double[] raw = vyra("RAW");
        assertThat(usual).containsExactly(split);
        assertThat(raw[0]).isEqualTo(4 * split[0]);
        assertThat(raw[4]).isEqualTo(split[4]);
    }

    @Test
    void anAnnouncedDividendIsToldApartUntilItsExDate() {
        HistoryView before = history("ORBX?from=2026-01-02");
        LocalDate last = before.to();
        jdbc.sql("""
                insert into instrument_dividend (instrument_id, day, amount, pay_day, announced_day)
                select id, ?, 0.75, ?, ? from instrument where symbol = 'ORBX' and exchange = 'XSIM'""")
                .params(last.plusDays(10), last.plusDays(25), last.minusDays(7))
                .update();
        try {
            HistoryView view = history("ORBX?from=2026-01-02&to=" + last.plusDays(10));

            assertThat(view.announced())
                    .containsExactly(new HistoryView.DividendView(
                            last.plusDays(10), new BigDecimal("0.75"), last.plusDays(25), last.minusDays(7)));
            assertThat(view.dividends()).isEqualTo(before.dividends());
            assertThat(history("ORBX?from=2026-01-02&to=" + last.plusDays(9)).announced())
                    .isEmpty();
            assertThat(history("ORBX?from=2026-01-02&adjustment=SPLITS_AND_DIVIDENDS")
                            .points())
                    .as("prices know of no dividend that is still in them")
                    .isEqualTo(before.points());
        } finally {
            jdbc.sql("delete from instrument_dividend where day = ? and announced_day = ?")
                    .params(last.plusDays(10), last.minusDays(7))
                    .update();
        }
    }

    @Test
    void totalReturnGrowsByTheDividendsAndEndsAtTheLastClose() {
        String window = "KPST?from=2015-01-01&to=2019-12-31";
        HistoryView price = history(window);
        HistoryView total = history(window + "&adjustment=SPLITS_AND_DIVIDENDS");

        assertThat(price.dividends()).hasSize(20);
        assertThat(total.points().getLast().close())
                .isEqualTo(price.points().getLast().close());
        double expected = 1;
        Map<LocalDate, Double> closes = price.points().stream().collect(Collectors.toMap(Point::date, Point::close));
        for (HistoryView.DividendView dividend : price.dividends()) {
            expected *= 1 + dividend.amount().doubleValue() / closes.get(dividend.date());
        }
        double extra = growth(total) / growth(price);
        assertThat(extra).isGreaterThan(1.15).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aCorrectionKeepsWhatWasKnownBefore() {
        LocalDate day = LocalDate.of(2010, 3, 3);
        String one = "NIMX?from=" + day + "&to=" + day;
        double before = history(one).points().getFirst().close();
        Instant then = databaseTime();
        assertThat(correct(day, before)).as("told again, not corrected").isZero();
        assertThat(correct(day, before * 2)).isOne();

        assertThat(history(one).points().getFirst().close()).isEqualTo(before * 2);
        assertThat(history(one + "&knownAt=" + then).points().getFirst().close())
                .isEqualTo(before);
        assertThat(history(one + "&knownAt=2001-01-01T00:00:00Z").points()).isEmpty();
        RevisionsView revisions = get("/api/v1/history/NIMX/revisions", RevisionsView.class);
        assertThat(revisions.revisions()).first().satisfies(revision -> {
            assertThat(revision.day()).isEqualTo(day);
            assertThat(revision.before()).isEqualTo(before);
            assertThat(revision.after()).isEqualTo(before * 2);
            assertThat(revision.knownUntil()).isAfterOrEqualTo(then);
        });
        correct(day, before);
    }

    @Test
    void doubtsAboutAnUploadAreShownAndTheSimulatedMarketHasNoGaps() {
        UUID organisation = UUID.randomUUID();
        String rows = IntStream.range(0, 40)
                .filter(day -> day % 7 < 5)
                .mapToObj(day -> {
                    double walk = 100 + 3 * Math.sin(day);
                    String doubtful = day == 9 || day == 10 ? "" : Double.toString(day == 22 ? 2 * walk : walk);
                    return LocalDate.of(2024, 1, 1).plusDays(day) + "," + doubtful + "," + (walk + 1) + ","
                            + (walk + 2);
                })
                .collect(Collectors.joining("\n"));
        UploadFixture.commit(client(organisation), "date,DOUBT,PEER1,PEER2\n" + rows + "\n");

        QualityView quality = client(organisation)
                .get()
                .uri("/api/v1/history/DOUBT/quality")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(QualityView.class)
                .returnResult()
                .getResponseBody();
        assertThat(quality.provider()).isEqualTo("upload");
        assertThat(quality.counts()).isEqualTo(Map.of(Finding.Kind.GAP, 1, Finding.Kind.SPIKE, 1));
        assertThat(quality.findings())
                .extracting(Finding::from)
                .containsExactly(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 1, 23));
        client(ORGANISATION)
                .get()
                .uri("/api/v1/history/DOUBT/quality")
                .exchange()
                .expectStatus()
                .isNotFound();

        QualityView simulated = get("/api/v1/history/VYRA/quality", QualityView.class);
        assertThat(simulated.tradingDays()).isEqualTo(simulated.observations()).isGreaterThan(5_000);
        assertThat(simulated.counts()).doesNotContainKeys(Finding.Kind.GAP, Finding.Kind.CROSSED, Finding.Kind.SPIKE);
    }

    private int correct(LocalDate day, double close) {
        return jdbc.sql("""
                update price_bar set close = ? where day = ?
                and instrument_id = (select id from instrument where symbol = 'NIMX')""").params(close, day).update();
    }

    private Instant databaseTime() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static double growth(HistoryView view) {
        return view.points().getLast().close() / view.points().getFirst().close();
    }

    private double[] vyra(String adjustment) {
        Map<String, Object> request = new java.util.HashMap<>(Map.of(
                "organisationId", ORGANISATION, "symbols", List.of("VYRA"), "from", "2019-05-30", "to", "2019-06-05"));
        if (adjustment != null) {
            request.put("adjustment", adjustment);
        }
        ByteBuffer answer = ByteBuffer.wrap(client(TOKENS.service())
                .post()
                .uri("/internal/v1/history/columns")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        answer.position(8 + answer.getInt(4) + 5 * Integer.BYTES);
        return IntStream.range(0, 5).mapToDouble(i -> answer.getDouble()).toArray();
    }

    private HistoryView history(String symbolAndParameters) {
        return get("/api/v1/history/" + symbolAndParameters, HistoryView.class);
    }

    private <T> T get(String uri, Class<T> type) {
        return client(ORGANISATION)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
    }
}
