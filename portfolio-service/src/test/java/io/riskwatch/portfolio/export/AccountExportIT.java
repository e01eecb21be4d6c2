package io.riskwatch.portfolio.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.ledger.LotMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Accounts in the CSV that is exported and imported again. */
class AccountExportIT extends PortfolioServiceIT {

    private static final String HEADER = "date,type,symbol,quantity,price,currency,amount,account,toAccount\n";

    /** Lots and money moved to accounts whose names a spreadsheet or a careless writer would get wrong. */
    private static final String LEDGER = """
            date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu,lot,lots,account,toAccount
            2023-01-02,DEPOSIT,,,,USD,,10000,,,,,,,,
            2023-01-03,BUY,ORBX,10,100,USD,5,,,,,,,,Main account,
            2023-03-01,BUY,ORBX,10,120,USD,,,,,,,march,,,
            2023-03-02,BUY,ORBX,10,110,USD,,,,,,,,,,
            2023-04-03,TRANSFER,ORBX,12,,USD,3,,moved,,,,,march=4 first=8,main account,"Broker, ""the"" second"
            2023-02-01,BUY,ORBX,8,90,USD,,,,,,,first,,,
            2023-04-03,TRANSFER,,,,USD,,2000,,,,,,,Main account,'=Third
            2023-04-03,TRANSFER,,,,USD,,2000,,,,,,,,"Broker, ""the"" second"
            2023-05-02,BUY,ORBX,2,130,USD,,,,,,,,,'=Third,
            2023-05-02,BUY,ORBX,2,130,USD,,,,,,,,,'=third,
            2023-05-02,BUY,ORBX,2,130,USD,,,,,,,,,,
            2023-09-01,SELL,ORBX,5,160,USD,,,,,,,,,"Broker, ""the"" second",
            2023-09-01,SELL,ORBX,15,160,USD,,,,,,,,,,
            """;

    private RestTestClient client;
    private Ledgers ledgers;

    @BeforeEach
    void anOrganisation() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
    }

    @Test
    void accountsAndTransfersSurviveTheRoundTripUnderEveryMethod() {
        var original = ledgers.newPortfolio();
        ledgers.imported(original, LEDGER);
        assertThat(accounts(original)).containsOnlyKeys("Main account", "Broker, \"the\" second", "=Third");
        var csv = csv(original);
        assertThat(csv)
                .contains(",Main account,\"Broker, \"\"the\"\" second\"\r\n")
                .contains(",Main account,'=Third\r\n");

        var copy = ledgers.newPortfolio();
        ledgers.imported(copy, csv);

        assertThat(csv(copy)).isEqualTo(csv);
        for (var method : LotMethod.values()) {
            assertThat(state(copy, method)).as(method.name()).isEqualTo(state(original, method));
        }
        for (var known : List.of(copy, original)) {
            var again = preview(known, csv);
            assertThat(again.get("counts").get("NEW").intValue())
                    .as("what it has already is not new")
                    .isZero();
            assertThat(again.get("newAccounts")).isEmpty();
        }
    }

    @Test
    void anUnknownNameIsAnAccountThatCommitMakesAndUndoTakesBack() {
        var portfolio = ledgers.newPortfolio();

        var preview = preview(
                portfolio, HEADER + "2023-01-02,DEPOSIT,,,,USD,10,Depot,\n2023-01-02,DEPOSIT,,,,USD,10,depot,\n");

        assertThat(preview.get("newAccounts"))
                .singleElement()
                .satisfies(name -> assertThat(name.stringValue()).isEqualTo("Depot"));
        assertThat(accounts(portfolio)).as("a preview makes nothing").hasSize(1);
        var uri = "/api/v1/portfolios/%s/imports/%s"
                .formatted(portfolio, preview.get("importId").stringValue());
        ledgers.post(uri + "/commit", "").expectStatus().isOk();
        ledgers.post(uri + "/commit", "").expectStatus().isOk();
        assertThat(accounts(portfolio)).containsOnlyKeys("Main account", "Depot");
        client.delete().uri(uri).exchange().expectStatus().isNoContent();
        assertThat(accounts(portfolio)).containsOnlyKeys("Main account");
    }

    @Test
    void anAccountMadeSinceThePreviewRefusesTheCommit() {
        var portfolio = ledgers.newPortfolio();
        var preview = preview(portfolio, HEADER + "2023-01-02,DEPOSIT,,,,USD,10,Depot,\n");
        margin(portfolio, "DEPOT");

        ledgers.post(
                        "/api/v1/portfolios/%s/imports/%s/commit"
                                .formatted(portfolio, preview.get("importId").stringValue()),
                        "")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void shortSalesGoIntoTheAccountThatAllowsThemOnly() {
        var file = HEADER + "2023-01-03,SELL,ORBX,5,100,USD,,Margin,\n";
        var without = preview(ledgers.newPortfolio(), file);
        assertThat(without.get("rows").get(0).get("status").stringValue()).isEqualTo("ERROR");
        assertThat(without.get("rows").get(0).get("column").stringValue()).isEqualTo("quantity");

        var original = ledgers.newPortfolio();
        margin(original, "Margin");
        ledgers.imported(original, file);
        var copy = ledgers.newPortfolio();
        margin(copy, "Margin");
        ledgers.imported(copy, csv(original));

        assertThat(state(copy, LotMethod.FIFO))
                .isEqualTo(state(original, LotMethod.FIFO))
                .anyMatch(line -> line.startsWith("Margin") && line.contains("\"quantity\":\"-5\""));
    }

    @Test
    void aTransferWithoutItsOtherAccountIsAnErrorOfItsRow() {
        var preview = Ledgers.body(ledgers.upload(
                ledgers.newPortfolio(),
                (HEADER + """
                        2023-01-02,TRANSFER,,,,USD,10,Depot,
                        2023-01-02,TRANSFER,,,,USD,10,Depot,depot
                        2023-01-02,DEPOSIT,,,,USD,10,,Depot
                        2023-01-02,DEPOSIT,,,,USD,10,%s,
                        """.formatted("x".repeat(81))).getBytes(StandardCharsets.UTF_8),
                "?malformed=PREVIEW"));

        assertThat(preview.get("rows"))
                .extracting(row -> row.get("status").stringValue() + " "
                        + row.get("column").stringValue())
                .containsExactly("ERROR toAccount", "ERROR toAccount", "ERROR toAccount", "ERROR account");
        assertThat(preview.get("newAccounts")).as("nothing is made for errors").isEmpty();
    }

    private void margin(String portfolio, String name) {
        ledgers.post(
                        "/api/v1/portfolios/" + portfolio + "/accounts",
                        "{\"name\":\"%s\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}".formatted(name))
                .expectStatus()
                .isCreated();
    }

    private JsonNode preview(String portfolio, String csv) {
        return Ledgers.body(ledgers.upload(portfolio, csv).expectStatus().isCreated());
    }

    private TreeMap<String, String> accounts(String portfolio) {
        var accounts = new TreeMap<String, String>();
        ledgers.get("/api/v1/portfolios/" + portfolio + "/accounts")
                .get("items")
                .forEach(account -> accounts.put(
                        account.get("name").stringValue(), account.get("id").stringValue()));
        return accounts;
    }

    /** What the accounts hold, gained and have in cash, with their names for the identifiers; lots of one day in any order. */
    private List<String> state(String portfolio, LotMethod method) {
        var base = "/api/v1/portfolios/" + portfolio;
        var asked = "?lotMethod=" + method;
        var state = new ArrayList<String>();
        var holdings = ledgers.get(base + "/holdings" + asked);
        state.add(holdings.get("holdings").toString() + holdings.get("cash"));
        for (var account : accounts(portfolio).entrySet()) {
            var its = asked + "&accountId=" + account.getValue();
            var theirs = ledgers.get(base + "/holdings" + its);
            state.add(account.getKey() + theirs.get("holdings") + theirs.get("cash"));
            for (var list : List.of("/lots", "/lots/realised")) {
                ledgers.get(base + list + its)
                        .get("items")
                        .forEach(item -> state.add(account.getKey()
                                + item.toString().replaceAll("\"(lotId|transactionId|accountId)\":\"[^\"]*\",?", "")));
            }
        }
        return state.stream().sorted().toList();
    }

    private String csv(String portfolio) {
        return text("/api/v1/portfolios/" + portfolio + "/transactions/export");
    }

    private String text(String uri) {
        return new String(
                Objects.requireNonNull(client.get()
                        .uri(uri)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
