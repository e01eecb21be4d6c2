package io.riskwatch.portfolio;

import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes organisations and tokens for them as the authorization server would, without the way through the browser. */
@TestComponent
public class TestCallers {

    private final Accounts accounts;
    private final Organisations organisations;
    private final JwtEncoder encoder;
    private final PublicUrl publicUrl;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TestCallers(
            Accounts accounts,
            Organisations organisations,
            JwtEncoder encoder,
            PublicUrl publicUrl,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organisations = organisations;
        this.encoder = encoder;
        this.publicUrl = publicUrl;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The first member of a new organisation. */
    public TestCaller inNewOrganisation(Role... roles) {
        UUID user = UUID.randomUUID();
        UUID organisation = UUID.randomUUID();
        Set<Role> all = roles.length == 0 ? Set.of(Role.OWNER) : Set.of(roles);
        Tenancy.as(
                organisation,
                () -> transaction.executeWithoutResult(status -> {
                    accounts.add(new Account(user, null, "Test user", false), null);
                    organisations.create(new Organisation(organisation, "Test", Purpose.SIGN_UP, null), user, all);
                }));
        return new TestCaller(user, organisation, token(user, organisation, "Test user", all));
    }

    /** Somebody else of that caller's organisation. */
    public TestCaller colleagueOf(TestCaller caller, String name, Role... roles) {
        UUID user = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            accounts.add(new Account(user, null, name, false), null);
            for (Role role : roles) {
                jdbc.sql("insert into membership (user_id, organisation_id, role) values (?, ?, ?)")
                        .params(user, caller.organisationId(), role.name())
                        .update();
            }
        });
        return new TestCaller(user, caller.organisationId(), token(user, caller.organisationId(), name, Set.of(roles)));
    }

    private String token(UUID user, UUID organisation, String name, Set<Role> roles) {
        return token(claims -> claims.subject(user.toString())
                .claim("org", organisation.toString())
                .claim("name", name)
                .claim("roles", roles.stream().map(Enum::name).toList()));
    }

    /** A token of a service, which belongs to no organisation. */
    public String serviceToken() {
        return token(claims -> claims.subject("analytics-worker").claim("roles", List.of("SERVICE")));
    }

    /** A token signed by the service's own key; the claims may be changed at will. */
    public String token(Consumer<JwtClaimsSet.Builder> change) {
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(publicUrl.issuer())
                .audience(List.of("riskwatch"))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofHours(1)))
                .claim("scope", List.of("riskwatch"));
        change.accept(claims);
        return encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }
}
