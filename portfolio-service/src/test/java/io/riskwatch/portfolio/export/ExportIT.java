package io.riskwatch.portfolio.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.ledger.LotMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class ExportIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void aLedger() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2023-01-02,DEPOSIT,,,,USD,,10000,"a ""quoted"" note, with a comma"
            2023-01-03,BUY,ORBX,40,100,USD,4.95,,''=cmd|' /C calc'!A0
            2023-01-03,BUY,ORBX,40,100,USD,4.95,,two equal fills
            2023-01-04,BUY,RHNE,0.3333333333,180.5,EUR,,,'=1+1
            2023-03-15,DIVIDEND,ORBX,,,USD,3,20,
            2023-03-16,DIVIDEND,ORBX,,,USD,,-5.5,a reversal
            2023-06-01,SPLIT,ORBX,1:3,,USD,,,
            2023-09-01,SELL,ORBX,5,160,USD,4.95,,
            """);
    }

    @Test
    void anExportedLedgerImportsToTheSameHoldingsAndCash() {
        var csv = text("/api/v1/portfolios/" + portfolio + "/transactions/export");
        assertThat(csv)
                .startsWith(
                        "date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu,lot,lots,account,toAccount\r\n");
        assertThat(csv)
                .contains(",-5.5,")
                .contains("''=cmd|")
                .contains(",'=1+1")
                .contains("1:3");

        var copy = ledgers.newPortfolio();
        ledgers.imported(copy, csv);

        assertThat(state(copy)).isEqualTo(state(portfolio));
        assertThat(text("/api/v1/portfolios/" + copy + "/transactions/export")).isEqualTo(csv);
    }

    @Test
    void corporateActionsSurviveTheRoundTrip() {
        var acted = ledgers.newPortfolio();
        ledgers.imported(acted, """
            date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu
            2023-01-03,BUY,ORBX,105,10,USD,5,,,,,
            2023-02-01,DRIP,ORBX,2,17,USD,6,40,,,,
            2023-03-01,STOCK_DIVIDEND,ORBX,5:100,,USD,,,,,,
            2023-04-03,SPLIT,ORBX,1:10,,USD,,,,,,12.5
            2023-05-01,SPIN_OFF,ORBX,1:4,,USD,,,,SPUN,0.2,3
            2023-06-01,RETURN_OF_CAPITAL,ORBX,,,USD,,7.7,,,,
            2023-07-03,MERGER,ORBX,2:3,,USD,,50,,NEWC,0.1,
            2023-08-01,MERGER,SPUN,,,USD,1,90,,,,
            """);
        var csv = text("/api/v1/portfolios/" + acted + "/transactions/export");

        var copy = ledgers.newPortfolio();
        ledgers.imported(copy, csv);

        assertThat(state(copy)).isEqualTo(state(acted)).contains("NEWC").doesNotContain("SPUN");
        assertThat(text("/api/v1/portfolios/" + copy + "/transactions/export")).isEqualTo(csv);
        assertThat(Ledgers.body(ledgers.upload(acted, csv))
                        .get("counts")
                        .get("NEW")
                        .intValue())
                .as("what it has already is not new")
                .isZero();
    }

    @Test
    void chosenLotsSurviveTheRoundTripUnderEveryMethod() {
        var chosen = ledgers.newPortfolio();
        ledgers.imported(chosen, """
            date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu,lot,lots
            2023-09-01,SELL,ORBX,12.5,160,USD,4.95,,,,,,,march=10 may=2.5
            2023-08-01,SPIN_OFF,ORBX,1:1,,USD,,,,RHNE,0.2,,,
            2023-05-02,DRIP,ORBX,5,100,USD,,,,,,,may,
            2023-03-01,BUY,ORBX,10,120,USD,,,,,,,march,
            2023-01-03,BUY,ORBX,10,100,USD,5,,,,,,,
            """);
        var march = ledgers.get("/api/v1/portfolios/" + chosen + "/lots?symbol=RHNE")
                .get("items")
                .get(1)
                .get("lotId")
                .stringValue();
        ledgers.record(
                        chosen,
                        "{\"date\":\"2023-10-02\",\"type\":\"SELL\",\"symbol\":\"RHNE\",\"quantity\":4,\"price\":30,"
                                + "\"lots\":[{\"lotId\":\"" + march + "\",\"quantity\":4}]}")
                .expectStatus()
                .isCreated();
        var csv = text("/api/v1/portfolios/" + chosen + "/transactions/export");
        assertThat(csv)
                .contains(",L1,,Main account,\r\n")
                .contains(",L1=10 L2=2.5,Main account,\r\n")
                .contains(",L1=4,Main account,\r\n");

        var copy = ledgers.newPortfolio();
        ledgers.imported(copy, csv);

        assertThat(text("/api/v1/portfolios/" + copy + "/transactions/export")).isEqualTo(csv);
        for (var method : LotMethod.values()) {
            assertThat(lots(copy, method)).as(method.name()).isEqualTo(lots(chosen, method));
        }
        for (var known : List.of(copy, chosen)) {
            assertThat(Ledgers.body(ledgers.upload(known, csv))
                            .get("counts")
                            .get("NEW")
                            .intValue())
                    .as("what it has already is not new")
                    .isZero();
        }
    }

    /** Open lots and realised gains, without the identifiers, which every ledger has of its own. */
    private List<String> lots(String of, LotMethod method) {
        var base = "/api/v1/portfolios/" + of + "/lots";
        return List.of(
                without("(lotId|accountId)", base + "?lotMethod=" + method),
                without("(lotId|transactionId|accountId)", base + "/realised?lotMethod=" + method));
    }

    private String without(String names, String uri) {
        return text(uri).replaceAll("\"" + names + "\":\"[^\"]*\",?", "");
    }

    @Test
    void aSaleOfLotsAddsToWhatTheLedgerHasAlready() {
        var first = """
            date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu,lot,lots
            2023-01-03,BUY,ORBX,10,100,USD,,,,,,,old,
            2023-03-01,BUY,ORBX,10,120,USD,,,,,,,new,
            """;
        var grown = ledgers.newPortfolio();
        ledgers.imported(grown, first);

        ledgers.imported(grown, first + "2023-09-01,SELL,ORBX,10,160,USD,,,,,,,,new=10\n");

        assertThat(ledgers.get("/api/v1/portfolios/" + grown + "/lots").get("items"))
                .singleElement()
                .satisfies(lot -> assertThat(lot.get("costBasis").stringValue()).isEqualTo("1000"));
    }

    @Test
    void aChoiceThatCannotBeIsAnErrorOfItsRow() {
        var preview = Ledgers.body(
                ledgers.upload(ledgers.newPortfolio(), """
                    date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu,lot,lots
                    2023-01-03,BUY,ORBX,10,100,USD,,,,,,,old,
                    2023-09-01,SELL,ORBX,1,160,USD,,,,,,,,older=1
                    2023-09-01,SELL,ORBX,2,160,USD,,,,,,,,old=1
                    2023-09-01,SELL,ORBX,3,160,USD,,,,,,,,old
                    2023-09-01,SELL,ORBX,4,160,USD,,,,,,,sold,
                    2023-09-01,SELL,ORBX,11,160,USD,,,,,,,,old=11
                    """.getBytes(StandardCharsets.UTF_8), "?malformed=PREVIEW"));

        assertThat(preview.get("counts").get("ERROR").intValue()).isEqualTo(5);
        assertThat(preview.get("rows"))
                .filteredOn(row -> row.get("status").stringValue().equals("ERROR"))
                .extracting(row ->
                        row.get("line").intValue() + " " + row.get("column").stringValue())
                .containsExactly("3 lots", "4 lots", "5 lots", "6 lot", "7 quantity");
    }

    private String state(String of) {
        var holdings = ledgers.get("/api/v1/portfolios/" + of + "/holdings");
        return holdings.get("holdings").toString() + holdings.get("cash");
    }

    @Test
    void everythingIsOneDocumentOfTheOrganisationAlone() {
        var mine = ledgers.get("/api/v1/export");

        assertThat(mine.get("portfolios")).hasSize(1);
        assertThat(mine.get("accounts")).singleElement().satisfies(account -> {
            assertThat(account.get("name").stringValue()).isEqualTo("Main account");
            assertThat(account.get("standard").booleanValue()).isTrue();
            assertThat(mine.get("transactions").get(0).get("accountId")).isEqualTo(account.get("id"));
        });
        assertThat(mine.get("transactions")).hasSize(8);
        assertThat(mine.get("transactions").get(1).get("quantity").stringValue())
                .isEqualTo("40");
        assertThat(mine.get("imports").get(0).get("state").stringValue()).isEqualTo("COMMITTED");
        assertThat(mine.has("preferences")).isTrue();
        var theirs = new Ledgers(http(callers.inNewOrganisation())).get("/api/v1/export");
        assertThat(theirs.get("portfolios")).isEmpty();
        assertThat(theirs.get("transactions")).isEmpty();
    }

    @Test
    void theArchiveHoldsATablePerListAndNoFormula() throws IOException {
        var tables = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes("/api/v1/export/csv")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(tables)
                .containsKeys(
                        "portfolios.csv",
                        "accounts.csv",
                        "clients.csv",
                        "transactions.csv",
                        "imports.csv",
                        "preferences.csv");
        assertThat(tables.get("transactions.csv").lines()).hasSize(9);
        assertThat(tables.get("transactions.csv")).contains(",-5.5,").doesNotContain(",=");
        assertThat(Map.copyOf(tables)).hasSize(ExportPart.ALL.size());
    }

    private String text(String uri) {
        return new String(bytes(uri), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String uri) {
        return Objects.requireNonNull(client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
    }
}
