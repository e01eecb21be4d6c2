package io.riskwatch.marketdata.tenant;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jwt.Jwt;

/** WebFlux keeps the token in the reactive context, so a blocking controller names the organisation itself. */
public final class Organisation {
    private Organisation() {}

    /** The organisation of the token; a service's token has none, and to it there is nothing here. */
    public static UUID of(Jwt token) {
        return Caller.from(token)
                .map(Caller::organisationId)
                .orElseThrow(() -> ProblemException.notFound("resource for this client"));
    }

    /** Does the work with the organisation of the token. */
    public static <T> T within(Jwt token, Supplier<T> work) {
        return Tenancy.as(of(token), work);
    }
}
