package io.riskwatch.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;

/** Another organisation's portfolio does not exist: every path answers 404, and nothing of it changes. */
class IsolationIT extends PortfolioServiceIT {

    private static final String TRANSACTION =
            "{\"date\":\"2024-01-02\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"1\"}";
    private static final String PORTFOLIO = "{\"name\":\"Theirs\",\"baseCurrency\":\"USD\"}";

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void everyPathOfAnotherOrganisationsPortfolioIsNotFound() {
        var owner = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = owner.newPortfolio();
        var batch = owner.imported(portfolio, "symbol,quantity,price,currency\nORBX,10,100,USD\n");
        var preview = Ledgers.body(owner.upload(portfolio, "symbol,quantity\nQNTL,1\n"))
                .get("importId")
                .stringValue();
        var base = "/api/v1/portfolios/" + portfolio;
        var transaction =
                owner.get(base + "/transactions").get("items").get(0).get("id").stringValue();
        var before = everything(owner, base, batch, preview);
        var stranger = http(callers.inNewOrganisation());
        var strangers = new Ledgers(stranger);
        var ownPortfolio = strangers.newPortfolio();

        for (var uri : List.of(
                base,
                base + "/transactions",
                base + "/transactions/" + transaction,
                base + "/imports",
                base + "/imports/" + batch,
                base + "/imports/" + batch + "/rows",
                base + "/holdings",
                base + "/valuation",
                base + "/valuation/history",
                base + "/performance",
                base + "/performance/flows",
                base + "/performance/gains",
                base + "/income",
                base + "/allocation",
                base + "/allocation/target",
                base + "/rebalancing",
                base + "/risk-score",
                base + "/recommendations",
                base + "/transactions/export",
                "/api/v1/portfolios/" + ownPortfolio + "/transactions/" + transaction,
                "/api/v1/portfolios/" + ownPortfolio + "/imports/" + batch,
                "/api/v1/portfolios/" + ownPortfolio + "/imports/" + batch + "/rows")) {
            stranger.get().uri(uri).exchange().expectStatus().isNotFound();
        }
        strangers.put(base, PORTFOLIO).expectStatus().isNotFound();
        strangers
                .put(base + "/transactions/" + transaction, TRANSACTION)
                .expectStatus()
                .isNotFound();
        strangers.record(portfolio, TRANSACTION).expectStatus().isNotFound();
        strangers.upload(portfolio, "symbol,quantity\nORBX,10\n").expectStatus().isNotFound();
        strangers
                .put(base + "/allocation/target", "{\"by\":\"class\",\"weights\":{\"CASH\":1}}")
                .expectStatus()
                .isNotFound();
        strangers
                .post(base + "/risk-score/simulations", "{\"trades\":[{\"symbol\":\"ORBX\",\"quantity\":1}]}")
                .expectStatus()
                .isNotFound();
        strangers
                .post(base + "/recommendations/" + UUID.randomUUID() + "/dismissals", "{\"reason\":\"no\"}")
                .expectStatus()
                .isNotFound();
        for (var uri : List.of(
                base + "/imports/" + preview + "/commit",
                "/api/v1/portfolios/" + ownPortfolio + "/imports/" + preview + "/commit")) {
            strangers.post(uri, "").expectStatus().isNotFound();
        }
        for (var uri : List.of(
                base + "/imports/" + preview,
                base + "/imports/" + batch,
                "/api/v1/portfolios/" + ownPortfolio + "/imports/" + batch,
                base + "/transactions/" + transaction,
                "/api/v1/portfolios/" + ownPortfolio + "/transactions/" + transaction,
                base)) {
            stranger.delete().uri(uri).exchange().expectStatus().isNotFound();
        }
        assertThat(strangers.get("/api/v1/portfolios").get("items")).hasSize(1);
        assertThat(everything(owner, base, batch, preview)).isEqualTo(before);
    }

    @Test
    void everyPathOfAnotherOrganisationsClientIsNotFound() {
        var owner = new Ledgers(http(callers.inNewOrganisation()));
        var made = Ledgers.body(owner.post("/api/v1/clients", "{\"name\":\"Ada\",\"loan\":\"5\"}")
                .expectStatus()
                .isCreated());
        var base = "/api/v1/clients/" + made.get("id").stringValue();
        var portfolio = "/api/v1/portfolios/" + made.get("portfolioId").stringValue();
        var position = base + "/positions/"
                + Ledgers.body(owner.post(base + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                                .expectStatus()
                                .isCreated())
                        .get("number")
                        .longValue();
        var before = owner.get(base).toString() + owner.get(base + "/positions") + owner.get(base + "/events");
        var member = callers.inNewOrganisation();
        var stranger = http(member);
        var strangers = new Ledgers(stranger);
        var own = "/api/v1/clients/"
                + Ledgers.body(strangers
                                .post("/api/v1/clients", "{\"name\":\"Eve\"}")
                                .expectStatus()
                                .isCreated())
                        .get("id")
                        .stringValue();
        var theirs = own + position.substring(base.length());
        var grant = base + "/grants/" + member.userId();

        for (var uri : List.of(
                base,
                base + "/margin",
                base + "/positions",
                base + "/events",
                base + "/grants",
                position,
                theirs,
                portfolio,
                portfolio + "/holdings")) {
            stranger.get().uri(uri).exchange().expectStatus().isNotFound();
        }
        strangers.put(base, "{\"name\":\"Eve\"}").expectStatus().isNotFound();
        stranger.patch()
                .uri(base)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"loan\":null}")
                .exchange()
                .expectStatus()
                .isNotFound();
        strangers
                .post(base + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expectStatus()
                .isNotFound();
        strangers.put(grant, "{\"scope\":\"READ\"}").expectStatus().isNotFound();
        for (var uri : List.of(position, theirs)) {
            strangers.put(uri, "{\"quantity\":\"1\"}").expectStatus().isNotFound();
            stranger.delete().uri(uri).exchange().expectStatus().isNotFound();
        }
        for (var uri : List.of(grant, base, portfolio)) {
            stranger.delete().uri(uri).exchange().expectStatus().isNotFound();
        }
        assertThat(strangers.get("/api/v1/clients").get("items")).hasSize(1);
        assertThat(owner.get(base).toString() + owner.get(base + "/positions") + owner.get(base + "/events"))
                .isEqualTo(before);
    }

    @Test
    void withoutATokenNothingIsShown() {
        for (var method : List.of(HttpMethod.GET, HttpMethod.POST)) {
            anonymous()
                    .method(method)
                    .uri("/api/v1/portfolios")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(PORTFOLIO)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void theDatabaseItselfShowsAndTakesOnlyRowsOfTheCurrentOrganisation() {
        var owner = callers.inNewOrganisation();
        var ledgers = new Ledgers(http(owner));
        var portfolio = UUID.fromString(ledgers.newPortfolio());
        ledgers.imported(portfolio.toString(), "symbol,quantity,price,currency\nORBX,10,100,USD\n");
        var stranger = callers.inNewOrganisation();

        Tenancy.as(
                stranger.organisationId(),
                () -> inTransaction.executeWithoutResult(status -> {
                    for (var table : List.of(
                            "portfolio", "ledger_transaction", "portfolio_import", "import_row", "import_account")) {
                        assertThat(jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single())
                                .as(table)
                                .isZero();
                        assertThat(jdbc.sql("delete from " + table).update())
                                .as(table)
                                .isZero();
                    }
                }));
        assertThat(ledgers.get("/api/v1/portfolios/" + portfolio + "/holdings").get("holdings"))
                .hasSize(1);
    }

    private static String everything(Ledgers owner, String base, UUID batch, String preview) {
        return owner.get(base).toString()
                + owner.get(base + "/transactions")
                + owner.get(base + "/imports/" + batch)
                + owner.get(base + "/imports/" + preview);
    }
}
