package io.riskwatch.portfolio.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class SampleIT extends PortfolioServiceIT {

    @Autowired
    private Organisations organisations;

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void aGuestsOrganisationIsBornWithTheSamplePortfolio() {
        var guest = callers.inNewOrganisation();
        var organisation = UUID.randomUUID();

        Tenancy.as(organisation, () -> {
            inTransaction.executeWithoutResult(status -> organisations.create(
                    new Organisation(
                            organisation, "Guest", Purpose.GUEST, Instant.now().plus(7, ChronoUnit.DAYS)),
                    guest.userId(),
                    Set.of(Role.OWNER)));
            var made = portfolios.list(Optional.empty(), 10);
            assertThat(made).singleElement().satisfies(portfolio -> {
                assertThat(portfolio.sample()).isTrue();
                assertThat(transactions.replay(portfolio.id()).positions()).hasSizeGreaterThanOrEqualTo(8);
            });
        });
    }

    @Test
    void whoSignedUpHasNoSampleUntilAskedAndThenHasOne() {
        var caller = callers.inNewOrganisation();
        var ledgers = new Ledgers(http(caller));
        FakeMarketdata.goAway(caller); // it is made without asking anybody
        assertThat(ledgers.get("/api/v1/portfolios").get("items")).isEmpty();

        var made = Ledgers.body(
                ledgers.post("/api/v1/portfolios/sample", "").expectStatus().isCreated());
        var again = Ledgers.body(
                ledgers.post("/api/v1/portfolios/sample", "").expectStatus().isOk());

        assertThat(made.get("sample").booleanValue()).isTrue();
        assertThat(again.get("id")).isEqualTo(made.get("id"));
        assertThat(ledgers.get("/api/v1/portfolios/%s/holdings"
                                .formatted(made.get("id").stringValue()))
                        .get("holdings"))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theStatementOfTheSampleImportedIntoItIsAllDuplicates() throws Exception {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var id = Ledgers.body(ledgers.post("/api/v1/portfolios/sample", ""))
                .get("id")
                .stringValue();
        byte[] file;
        try (var in = SampleIT.class.getResourceAsStream("/sample/sample-portfolio.csv")) {
            file = in.readAllBytes();
        }

        var preview = Ledgers.body(ledgers.upload(id, file, "").expectStatus().isCreated());

        assertThat(preview.get("counts").get("NEW").asInt()).isZero();
        assertThat(preview.get("counts").get("DUPLICATE").asInt()).isGreaterThan(40);
    }
}
