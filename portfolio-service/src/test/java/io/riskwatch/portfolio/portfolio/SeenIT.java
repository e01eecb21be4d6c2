package io.riskwatch.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.event.Audience;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionOperations;

/** The one rule of who sees what is about a client's account: every kind of portfolio a row can be about, for every kind of caller. */
class SeenIT extends PortfolioServiceIT {

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Grants grants;

    private TestCaller owner;
    private TestCaller granted;
    private final Map<String, @Nullable UUID> about = new LinkedHashMap<>();

    @BeforeEach
    void rowsAboutEveryKindOfPortfolio() {
        owner = callers.inNewOrganisation();
        granted = callers.colleagueOf(owner, "Gil", Role.MEMBER);
        var ledgers = new Ledgers(http(owner));
        about.put("nothing", null);
        about.put("own", UUID.fromString(ledgers.newPortfolio()));
        about.put("own gone", UUID.fromString(ledgers.newPortfolio()));
        http(owner)
                .delete()
                .uri("/api/v1/portfolios/" + about.get("own gone"))
                .exchange()
                .expectStatus()
                .isNoContent();
        about.put("client", client(ledgers, false));
        about.put("client gone", client(ledgers, true));
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    private UUID client(Ledgers ledgers, boolean gone) {
        var made = Ledgers.body(ledgers.post("/api/v1/clients", "{\"name\":\"Ada\"}"));
        var uri = "/api/v1/clients/" + made.get("id").stringValue();
        ledgers.put(uri + "/grants/" + granted.userId(), "{\"scope\":\"READ\"}")
                .expectStatus()
                .isOk();
        if (gone) {
            http(owner).delete().uri(uri).exchange().expectStatus().isNoContent();
        }
        return UUID.fromString(made.get("portfolioId").stringValue());
    }

    /** The rows that are left when somebody with these roles calls; no roles: the service works for itself. */
    private List<String> seenBy(UUID user, String... roles) {
        SecurityContextHolder.clearContext();
        if (roles.length > 0) {
            var token = Jwt.withTokenValue("token")
                    .header("alg", "none")
                    .subject(user.toString())
                    .expiresAt(Instant.now().plusSeconds(60))
                    .claim("org", owner.organisationId().toString())
                    .claim("roles", List.of(roles))
                    .build();
            SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
        }
        var seen = new ArrayList<String>();
        about.forEach((what, portfolio) -> {
            var rows = asOwnOrganisation(
                    () -> Seen.by(jdbc.sql("select count(*) from (select cast(:organisation as uuid) organisation_id,"
                                    + " cast(:portfolio as uuid) portfolio_id) r where true" + Seen.BY_CALLER))
                            .param("organisation", owner.organisationId())
                            .param("portfolio", portfolio)
                            .query(Integer.class)
                            .single());
            if (rows == 1) {
                seen.add(what);
            }
        });
        return seen;
    }

    private <T> T asOwnOrganisation(Supplier<T> work) {
        return Tenancy.as(owner.organisationId(), () -> transaction.execute(status -> work.get()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleShowsEveryClientOrNone(Role role) {
        var seen = seenBy(UUID.randomUUID(), role.name());

        if (List.of(Role.OWNER, Role.ADVISER, Role.ADMIN).contains(role)) {
            assertThat(seen).containsExactlyElementsOf(about.keySet());
        } else {
            assertThat(seen).containsExactly("nothing", "own", "own gone");
        }
    }

    @ParameterizedTest
    @CsvSource({"MEMBER", "VIEWER", "STUDENT", "TEACHER", "SERVICE"})
    void aGrantShowsItsClientAsLongAsThereIsOne(String role) {
        assertThat(seenBy(granted.userId(), role)).containsExactly("nothing", "own", "own gone", "client");
    }

    @Test
    void theMostOfSeveralRolesCounts() {
        assertThat(seenBy(UUID.randomUUID(), "MEMBER", "ADVISER")).containsExactlyElementsOf(about.keySet());
        assertThat(seenBy(UUID.randomUUID(), "MEMBER", "VIEWER")).containsExactly("nothing", "own", "own gone");
    }

    @Test
    void theServiceItselfSeesAll() {
        assertThat(seenBy(UUID.randomUUID())).containsExactlyElementsOf(about.keySet());
    }

    @Test
    void aRevokedGrantShowsNothingAnyMore() {
        asOwnOrganisation(() -> {
            grants.remove(about.get("client"), granted.userId());
            return true;
        });

        assertThat(seenBy(granted.userId(), "MEMBER")).containsExactly("nothing", "own", "own gone");
    }

    @Test
    void browsersAreToldOfWhatTheirReadersSee() {
        assertThat(audience("nothing")).isEqualTo(Audience.EVERYBODY);
        assertThat(audience("own")).isEqualTo(Audience.EVERYBODY);
        assertThat(audience("own gone")).isEqualTo(Audience.EVERYBODY);
        assertThat(audience("client")).isEqualTo(Audience.ofClient(List.of(granted.userId())));
        assertThat(audience("client gone")).isEqualTo(Audience.ofClient(List.of()));
    }

    private Audience audience(String what) {
        return asOwnOrganisation(() -> grants.audienceOf(about.get(what)));
    }
}
