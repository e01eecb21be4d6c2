package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.service.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

class ImportIT extends PortfolioServiceIT {

    private static final String YEAR = """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2023-01-02,DEPOSIT,,,,USD,,10000,
            2023-01-03,BUY,ORBX,40,100,USD,4.95,,first
            2023-01-03,BUY,ORBX,40,100,USD,4.95,,the same fill again
            2023-03-15,DIVIDEND,ORBX,,,USD,3,20,
            2023-06-01,SPLIT,ORBX,2,,USD,,,
            2023-09-01,SELL,ORBX,30,60,USD,4.95,,
            ,,,,,,,,
            2023-12-29,WITHDRAWAL,,,,USD,,500,
            """;

    @Autowired
    private PreviewPurge purge;

    @Autowired
    private TransactionOperations inTransaction;

    private TestCaller caller;
    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void aPortfolio() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
    }

    @Test
    void moreHoldingsThanThePlanAllowsAreRefusedNamingTheLimitAndNothingIsBooked() {
        var full = new StringBuilder("symbol,quantity\n");
        for (var i = 0; i < 100; i++) {
            full.append("HELD%03d,1%n".formatted(i));
        }
        var tooMany = Ledgers.body(
                ledgers.upload(portfolio, full + "ORBX,1\n").expectStatus().isCreated());
        ledgers.post(uri("/imports/" + tooMany.get("importId").stringValue() + "/commit"), "")
                .expectStatus()
                .isEqualTo(402)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("holdingsPerPortfolio");
        assertThat(ledgers.get(uri("/transactions")).get("items")).isEmpty();

        ledgers.imported(portfolio, full.toString());
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-01-02\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"1\",\"price\":\"10\"}")
                .expectStatus()
                .isEqualTo(402)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("holdingsPerPortfolio");
        assertThat(ledgers.get(uri("/holdings")).get("holdings")).hasSize(100);
    }

    @Test
    void anOldPreviewIsPurgedWithoutAnotherFileAndAYoungOneIsNot() {
        var old = previewed("symbol,quantity\nORBX,1\n");
        var young = previewed("symbol,quantity\nORBX,2\n");
        var committed = ledgers.imported(portfolio, "symbol,quantity\nORBX,3\n").toString();
        made(old, 25);
        made(committed, 25);

        purge.purge();

        client.get().uri(uri("/imports/" + old)).exchange().expectStatus().isNotFound();
        client.get().uri(uri("/imports/" + young)).exchange().expectStatus().isOk();
        client.get().uri(uri("/imports/" + committed)).exchange().expectStatus().isOk();
    }

    private String previewed(String csv) {
        return Ledgers.body(ledgers.upload(portfolio, csv).expectStatus().isCreated())
                .get("importId")
                .stringValue();
    }

    private void made(String importId, int hoursAgo) {
        Tenancy.as(
                caller.organisationId(),
                () -> inTransaction.executeWithoutResult(
                        status -> assertThat(jdbc.sql("update portfolio_import set created_at = now()"
                                                + " - make_interval(hours => ?) where id = cast(? as uuid)")
                                        .params(hoursAgo, importId)
                                        .update())
                                .isEqualTo(1)));
    }

    @Test
    void aStatementIsPreviewedThenCommitted() {
        var preview =
                Ledgers.body(ledgers.upload(portfolio, YEAR).expectStatus().isCreated());

        assertThat(preview.get("format").stringValue()).isEqualTo("RISKWATCH_TRANSACTIONS");
        assertThat(preview.get("state").stringValue()).isEqualTo("PREVIEW");
        assertThat(preview.get("counts").toString()).isEqualTo("{\"NEW\":7,\"DUPLICATE\":0,\"IGNORED\":1,\"ERROR\":0}");
        assertThat(preview.get("rows").get(1).get("transaction").get("quantity").stringValue())
                .isEqualTo("40");
        assertThat(preview.get("rows").get(6).get("status").stringValue()).isEqualTo("IGNORED");
        assertThat(preview.get("rows").get(6).get("line").asInt()).isEqualTo(8);
        assertThat(ledgers.get(uri("/transactions")).get("items")).isEmpty();

        var committed = Ledgers.body(
                ledgers.post(uri("/imports/" + preview.get("importId").stringValue() + "/commit"), "")
                        .expectStatus()
                        .isOk());

        assertThat(committed.get("state").stringValue()).isEqualTo("COMMITTED");
        assertThat(ledgers.get(uri("/transactions")).get("items")).hasSize(7);
        assertThat(ledgers.get(uri("/holdings"))
                        .get("holdings")
                        .get(0)
                        .get("quantity")
                        .stringValue())
                .isEqualTo("130");
    }

    @Test
    void theSameFileAgainIsAllDuplicatesAndAddsNothing() {
        ledgers.imported(portfolio, YEAR);
        var before = ledgers.get(uri("/transactions")).toString();

        var again = Ledgers.body(ledgers.upload(portfolio, YEAR).expectStatus().isCreated());

        assertThat(again.get("counts").toString()).isEqualTo("{\"NEW\":0,\"DUPLICATE\":7,\"IGNORED\":1,\"ERROR\":0}");
        ledgers.post(uri("/imports/" + again.get("importId").stringValue() + "/commit"), "")
                .expectStatus()
                .isOk();
        assertThat(ledgers.get(uri("/transactions")).toString()).isEqualTo(before);
    }

    @Test
    void aLongerStatementAddsOnlyWhatIsNew() {
        ledgers.imported(portfolio, YEAR);

        var longer = Ledgers.body(ledgers.upload(
                        portfolio,
                        YEAR
                                + "2024-01-03,BUY,ORBX,40,100,USD,4.95,,\n2023-01-03,BUY,ORBX,40,100,USD,4.95,,a third fill\n")
                .expectStatus()
                .isCreated());

        assertThat(longer.get("counts").get("NEW").asInt()).isEqualTo(2);
        assertThat(longer.get("counts").get("DUPLICATE").asInt()).isEqualTo(7);
    }

    @Test
    void twoPreviewsOfOneFileCommitItOnce() {
        var first =
                Ledgers.body(ledgers.upload(portfolio, YEAR)).get("importId").stringValue();
        var second =
                Ledgers.body(ledgers.upload(portfolio, YEAR)).get("importId").stringValue();

        ledgers.post(uri("/imports/" + first + "/commit"), "").expectStatus().isOk();
        ledgers.post(uri("/imports/" + first + "/commit"), "").expectStatus().isOk();
        var late = Ledgers.body(ledgers.post(uri("/imports/" + second + "/commit"), "")
                .expectStatus()
                .isOk());

        assertThat(late.get("counts").get("DUPLICATE").asInt()).isEqualTo(7);
        assertThat(ledgers.get(uri("/transactions")).get("items")).hasSize(7);
    }

    @Test
    void undoTakesOutExactlyTheBatchAndLeavesHoldingsBitForBit() {
        ledgers.imported(portfolio, YEAR);
        var holdings = withoutTime(ledgers.get(uri("/holdings")).toString());
        var transactions = ledgers.get(uri("/transactions")).toString();
        var batch = ledgers.imported(portfolio, """
                symbol,quantity,price,currency
                ORBX,3.3333333333,17.77,USD
                RHNE,7,180,EUR
                """);
        assertThat(ledgers.get(uri("/holdings")).get("holdings")).hasSize(2);

        client.delete().uri(uri("/imports/" + batch)).exchange().expectStatus().isNoContent();

        assertThat(withoutTime(ledgers.get(uri("/holdings")).toString())).isEqualTo(holdings);
        assertThat(ledgers.get(uri("/transactions")).toString()).isEqualTo(transactions);
        assertThat(ledgers.get(uri("/imports/" + batch)).get("state").stringValue())
                .isEqualTo("UNDONE");
        client.delete().uri(uri("/imports/" + batch)).exchange().expectStatus().isNoContent();
        ledgers.post(uri("/imports/" + batch + "/commit"), "").expectStatus().isEqualTo(409);
    }

    @Test
    void undoIsRefusedWhenWhatWasBoughtIsSold() {
        var batch = ledgers.imported(portfolio, "symbol,quantity,price,currency\nORBX,10,100,USD\n");
        ledgers.record(
                        portfolio,
                        "{\"date\":\"%s\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"4\",\"price\":\"110\"}"
                                .formatted(java.time.LocalDate.now(java.time.ZoneOffset.UTC)))
                .expectStatus()
                .isCreated();

        var problem = Ledgers.body(client.delete()
                .uri(uri("/imports/" + batch))
                .exchange()
                .expectStatus()
                .isEqualTo(409));

        assertThat(problem.get("detail").stringValue()).contains("4 of ORBX cannot leave");
        assertThat(ledgers.get(uri("/holdings"))
                        .get("holdings")
                        .get(0)
                        .get("quantity")
                        .stringValue())
                .isEqualTo("6");
    }

    @Test
    void aStatementWrittenNewestFirstGivesTheSameLotsAsOneWrittenOldestFirst() {
        var header = "date,type,symbol,quantity,price,currency\n";
        var sale = "2024-01-03,SELL,ORBX,1,150,USD\n";
        var second = "2024-01-02,BUY,ORBX,1,110,USD\n";
        var first = "2024-01-02,BUY,ORBX,1,100,USD\n";
        var other = ledgers.newPortfolio();

        ledgers.imported(portfolio, header + sale + second + first);
        ledgers.imported(other, header + first + second + sale);

        assertThat(ledgers.get(uri("/holdings"))
                        .get("holdings")
                        .get(0)
                        .get("costBasis")
                        .stringValue())
                .isEqualTo("110");
        assertThat(withoutTime(ledgers.get(uri("/holdings")).toString()))
                .isEqualTo(withoutTime(
                        ledgers.get("/api/v1/portfolios/" + other + "/holdings").toString()));
    }

    @Test
    void importsAreListedNewestFirstSoThatOneCanBeFoundAndUndone() {
        var first = ledgers.imported(portfolio, "symbol,quantity,price,currency\nORBX,10,100,USD\n");
        var second = ledgers.imported(portfolio, YEAR);
        Ledgers.body(ledgers.upload(portfolio, "symbol,quantity\nQNTL,1\n"));
        client.delete().uri(uri("/imports/" + first)).exchange().expectStatus().isNoContent();

        var page = ledgers.get(uri("/imports?limit=1"));
        var rest = ledgers.get(
                uri("/imports?limit=1&cursor=" + page.get("nextCursor").stringValue()));

        assertThat(page.get("items").get(0).get("importId").stringValue()).isEqualTo(second.toString());
        assertThat(page.get("items").get(0).get("booked").asInt()).isEqualTo(7);
        assertThat(rest.get("items").get(0).get("state").stringValue()).isEqualTo("UNDONE");
        assertThat(rest.has("nextCursor")).isFalse();
    }

    @Test
    void aPreviewThatIsNotWantedIsForgotten() {
        var preview =
                Ledgers.body(ledgers.upload(portfolio, YEAR)).get("importId").stringValue();

        client.delete()
                .uri(uri("/imports/" + preview))
                .exchange()
                .expectStatus()
                .isNoContent();

        client.get().uri(uri("/imports/" + preview)).exchange().expectStatus().isNotFound();
    }

    @Test
    void rowsThatDoNotFitTheLedgerAreErrorsThatCommitRefusesUnlessTheyAreSkipped() {
        var preview = Ledgers.body(ledgers.upload(portfolio, """
                        date,type,symbol,quantity,price,currency
                        2024-01-02,BUY,ORBX,10,100,USD
                        2024-01-03,SELL,ORBX,11,100,USD
                        2024-01-04,BUY,ORBX,1,100,EUR
                        """).expectStatus().isCreated());
        var commit = uri("/imports/" + preview.get("importId").stringValue() + "/commit");

        assertThat(preview.get("counts").get("ERROR").asInt()).isEqualTo(2);
        assertThat(preview.get("rows").get(1).get("reason").stringValue())
                .isEqualTo("11 of ORBX cannot leave on 2024-01-03: 10 are held on that day");
        assertThat(preview.get("rows").get(2).get("column").stringValue()).isEqualTo("currency");

        var refused = Ledgers.body(ledgers.post(commit, "").expectStatus().isEqualTo(422));
        assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo("line 3, column quantity");
        assertThat(ledgers.get(uri("/transactions")).get("items")).isEmpty();

        ledgers.post(commit + "?skipErrors=true", "").expectStatus().isOk();
        assertThat(ledgers.get(uri("/transactions")).get("items")).hasSize(1);
    }

    @Test
    void malformedRowsAreShownAsErrorsWhenThePreviewAsksForThem() {
        var file =
                "date,type,symbol,quantity,price,currency\n2024-01-02,BUY,ORBX,10,100,USD\n2024-01-03,BUY,ORBX,ten,100,USD\n";

        var preview =
                Ledgers.body(ledgers.upload(portfolio, file.getBytes(StandardCharsets.UTF_8), "?malformed=PREVIEW")
                        .expectStatus()
                        .isCreated());

        assertThat(preview.get("counts").get("ERROR").asInt()).isEqualTo(1);
        assertThat(preview.get("rows").get(1).get("line").asInt()).isEqualTo(3);
        assertThat(preview.get("rows").get(1).get("column").stringValue()).isEqualTo("quantity");
        assertThat(preview.get("rows").get(1).get("reason").stringValue()).contains("'ten' is not a number");
    }

    @Test
    void anImportedPurchaseInACurrencyThatABookedMergerCannotTakeIsTheRowThatIsWrongAndSoIsWhatNeedsIt() {
        ledgers.imported(
                portfolio,
                "date,type,symbol,quantity,price,currency,newSymbol\n2024-01-02,BUY,ORBX,10,100,USD,\n"
                        + "2024-03-01,MERGER,ORBX,2:1,,USD,RHNE\n");

        var preview = Ledgers.body(ledgers.upload(
                portfolio,
                "date,type,symbol,quantity,price,currency\n2024-01-04,BUY,RHNE,3,10,EUR\n2024-01-05,SELL,RHNE,1,11,EUR\n"
                        + "2024-01-06,BUY,HALO,1,5,USD\n"));
        var rows = preview.get("rows");

        assertThat(rows.get(0).get("status").stringValue()).isEqualTo("ERROR");
        assertThat(rows.get(0).get("reason").stringValue())
                .isEqualTo(
                        "with this row, what is booked later fails: RHNE is booked in EUR here and ORBX in USD, so that"
                                + " it cannot take over the cost");
        assertThat(rows.get(1).get("status").stringValue()).isEqualTo("ERROR");
        assertThat(rows.get(1).get("reason").stringValue()).contains("RHNE");
        assertThat(rows.get(2).get("status").stringValue()).isEqualTo("NEW");
        ledgers.post(
                        "/api/v1/portfolios/%s/imports/%s/commit?skipErrors=true"
                                .formatted(portfolio, preview.get("importId").stringValue()),
                        "")
                .expectStatus()
                .isOk();
    }

    @Test
    void anImportedSaleThatStarvesABookedOneIsTheRowThatIsWrong() {
        ledgers.imported(
                portfolio,
                "date,type,symbol,quantity,price,currency\n2024-01-02,BUY,ORBX,10,100,USD\n2024-03-01,SELL,ORBX,10,100,USD\n");

        var preview = Ledgers.body(ledgers.upload(
                portfolio, "date,type,symbol,quantity,price,currency\n2024-02-01,SELL,ORBX,1,100,USD\n"));

        assertThat(preview.get("rows").get(0).get("status").stringValue()).isEqualTo("ERROR");
        assertThat(preview.get("rows").get(0).get("reason").stringValue())
                .isEqualTo(
                        "with this row, what is booked later fails: 10 of ORBX cannot leave on 2024-03-01: 9 are held on that day");
    }

    @Test
    void aHoldingsFileIsAnOpeningBatchWhoseCostMayBeUnknown() {
        ledgers.imported(portfolio, "\uFEFFSymbol,Quantity\r\norbx,10\r\nRHNE,2.5\r\nODDS,4\r\n");

        var holdings = ledgers.get(uri("/holdings")).get("holdings");

        assertThat(holdings).hasSize(3);
        assertThat(holdings.get(0).get("symbol").stringValue()).isEqualTo("ODDS");
        assertThat(holdings.get(0).get("unpriced").booleanValue()).isTrue();
        assertThat(holdings.get(0).has("marketValue")).isFalse();
        assertThat(holdings.get(1).get("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(holdings.get(1).has("costBasis")).isFalse();
        assertThat(holdings.get(1).get("marketValue").stringValue()).isEqualTo("1205.00");
        assertThat(holdings.get(2).get("currency").stringValue()).isEqualTo("EUR");
        assertThat(Ledgers.body(ledgers.upload(portfolio, "symbol,quantity\nORBX,10\nRHNE,2.5\nODDS,4\n"))
                        .get("counts")
                        .get("DUPLICATE")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anImportWorksWhileMarketDataIsAway() {
        FakeMarketdata.goAway(caller);

        ledgers.imported(portfolio, "symbol,quantity,price\nODDS,10,3\n");

        var valuation = ledgers.get(uri("/valuation"));
        assertThat(valuation.get("value").stringValue()).isEqualTo("30.00");
        assertThat(valuation.get("stale").booleanValue()).isTrue();
    }

    @Test
    void theRowsOfALongFileComeInPages() {
        var file = new StringBuilder("symbol,quantity\n");
        for (var i = 0; i < 450; i++) {
            file.append("S").append(i).append(",1\n");
        }
        var preview = Ledgers.body(ledgers.upload(portfolio, file.toString()));
        var lines = new ArrayList<Integer>();
        preview.get("rows").forEach(row -> lines.add(row.get("line").asInt()));
        var cursor = preview.get("nextCursor").stringValue();
        while (!cursor.isEmpty()) {
            var page = ledgers.get(uri("/imports/%s/rows?status=NEW&cursor=%s"
                    .formatted(preview.get("importId").stringValue(), cursor)));
            page.get("items").forEach(row -> lines.add(row.get("line").asInt()));
            cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").stringValue() : "";
        }

        assertThat(lines).hasSize(450).isSorted().doesNotHaveDuplicates();
        assertThat(lines.getLast()).isEqualTo(451);
    }

    @Test
    void aHundredThousandRowsAreImported() {
        var file = new StringBuilder("date,type,symbol,quantity,price,currency,fee,amount,note\n");
        var day = java.time.LocalDate.of(2010, 1, 1);
        for (var i = 0; i < 100_000; i++) {
            file.append(day.plusDays(i / 25))
                    .append(i / 20 % 5 == 4 ? ",SELL,S" : ",BUY,S")
                    .append(i % 20)
                    .append(",1.5,")
                    .append(100 + i % 700)
                    .append(".25,USD,0.35,,row ")
                    .append(i)
                    .append('\n');
        }
        var start = System.nanoTime();
        var preview = Ledgers.body(
                ledgers.upload(portfolio, file.toString()).expectStatus().isCreated());
        var previewed = System.nanoTime();
        ledgers.post(uri("/imports/" + preview.get("importId").stringValue() + "/commit"), "")
                .expectStatus()
                .isOk();
        var committed = System.nanoTime();
        var holdings = ledgers.get(uri("/holdings"));
        var valued = System.nanoTime();

        System.out.printf(
                "100,000 rows: preview %d ms, commit %d ms, holdings %d ms%n",
                (previewed - start) / 1_000_000, (committed - previewed) / 1_000_000, (valued - committed) / 1_000_000);
        assertThat(preview.get("counts").get("NEW").asInt()).isEqualTo(100_000);
        assertThat(holdings.get("holdings")).hasSize(20);
    }

    private String uri(String rest) {
        return "/api/v1/portfolios/" + portfolio + rest;
    }

    private static String withoutTime(String json) {
        return json.replaceFirst("\"asOf\":\"[^\"]*\"", "");
    }
}
