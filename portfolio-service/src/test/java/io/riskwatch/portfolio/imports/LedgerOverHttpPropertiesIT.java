package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Histories;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Random histories over HTTP and in the real database. */
class LedgerOverHttpPropertiesIT extends PortfolioServiceIT {

    private static final int TRIES = 8;
    private static final String HEADER =
            "date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu";

    private RestTestClient client;
    private Ledgers ledgers;

    /** jqwik does not know Spring: the same service that all integration tests of the module share is handed in here. */
    @BeforeProperty
    void aService() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    /** Of an organisation of its own: a plan has room for few portfolios. */
    private String aPortfolio() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        return ledgers.newPortfolio();
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.withoutChoices(LedgerRules.DEFAULT).filter(entries -> !entries.isEmpty());
    }

    @Property(tries = TRIES)
    void anImportThatIsUndoneLeavesEveryByteAsItWas(
            @ForAll("histories") List<LedgerEntry> before, @ForAll("histories") List<LedgerEntry> imported) {
        var portfolio = aPortfolio();
        book(portfolio, before);
        var never = said(portfolio);

        var batch = book(portfolio, imported);
        said(portfolio); // whatever is kept of the longer ledger must not outlive it
        client.delete().uri(batch).exchange().expectStatus().isNoContent();

        assertThat(said(portfolio)).isEqualTo(never);
    }

    @Property(tries = TRIES)
    void aLedgerAskedBetweenItsChangesSaysWhatOneBookedInOneGoSays(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll int pointer) {
        var portfolio = aPortfolio();
        for (var from = 0; from < entries.size(); from += 7) {
            book(portfolio, entries.subList(from, Math.min(entries.size(), from + 7)));
            worth(portfolio);
        }
        deleteOne(portfolio, pointer);

        var copy = ledgers.newPortfolio();
        ledgers.imported(copy, text("/api/v1/portfolios/%s/transactions/export".formatted(portfolio)));

        assertThat(worth(portfolio)).isEqualTo(worth(copy));
    }

    /** Imports the entries as far as they fit what is there; answers the batch. */
    private String book(String portfolio, List<LedgerEntry> entries) {
        var rows = new ArrayList<>(List.of(HEADER));
        entries.stream()
                .sorted(LedgerEntry.ORDER)
                .map(LedgerEntry::booking)
                .map(LedgerOverHttpPropertiesIT::row)
                .forEach(rows::add);
        var preview = Ledgers.body(ledgers.upload(portfolio, String.join("\n", rows))
                .expectStatus()
                .isCreated());
        var batch = "/api/v1/portfolios/%s/imports/%s"
                .formatted(portfolio, preview.get("importId").stringValue());
        ledgers.post(batch + "/commit?skipErrors=true", "").expectStatus().isOk();
        return batch;
    }

    /** One of several; it stays when what came later needs it. */
    private void deleteOne(String portfolio, int pointer) {
        var items = ledgers.get("/api/v1/portfolios/%s/transactions?limit=200".formatted(portfolio))
                .get("items");
        if (items.size() > 1) {
            var id = items.get(Math.floorMod(pointer, items.size())).get("id").stringValue();
            client.delete()
                    .uri("/api/v1/portfolios/%s/transactions/%s".formatted(portfolio, id))
                    .exchange()
                    .returnResult();
        }
    }

    /** Transactions, holdings, cash, lots and gains by every method, days: all that the ledger alone decides. */
    private List<String> said(String portfolio) {
        var base = "/api/v1/portfolios/" + portfolio;
        var said = new ArrayList<>(worth(portfolio));
        said.add(text(base + "/transactions?limit=200"));
        said.add(text(base + "/transactions/export"));
        for (var method : LotMethod.values()) {
            said.add(text(base + "/lots?limit=200&lotMethod=" + method));
            said.add(text(base + "/lots/realised?limit=200&lotMethod=" + method));
        }
        return said;
    }

    private List<String> worth(String portfolio) {
        var base = "/api/v1/portfolios/" + portfolio;
        var holdings = ledgers.get(base + "/holdings");
        var days = ledgers.get(base + "/valuation/history?maxPoints=2000");
        var income = ledgers.get(base + "/income");
        return List.of(
                holdings.get("holdings").toString(),
                holdings.get("cash").toString(),
                days.get("points").toString(),
                days.get("unpricedSymbols").toString(),
                income.get("months").toString());
    }

    private String text(String uri) {
        var body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static String row(Booking booking) {
        var ratio =
                booking.quantityPer() == null ? "" : ":" + booking.quantityPer().toPlainString();
        return String.join(
                ",",
                booking.date().toString(),
                booking.type().name(),
                booking.symbol() == null ? "" : booking.symbol(),
                number(booking.quantity()) + ratio,
                number(booking.price()),
                booking.currency().getCode(),
                number(booking.fee()),
                number(booking.amount()),
                "",
                booking.terms().newSymbol() == null ? "" : booking.terms().newSymbol(),
                number(booking.terms().basisFraction()),
                number(booking.terms().cashInLieu()));
    }

    private static String number(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
