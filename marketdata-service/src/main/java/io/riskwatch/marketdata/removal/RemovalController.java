package io.riskwatch.marketdata.removal;

import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forgets all an organisation uploaded or asked for: for its owner, and for portfolio-service when the organisation is gone. */
@RestController
class RemovalController {

    private static final List<String> MAY = List.of("OWNER", "SERVICE");

    private final OrganisationRows rows;

    RemovalController(OrganisationRows rows) {
        this.rows = rows;
    }

    /** Deletes the price files of the caller's organisation and its wishes for histories; what providers told stays. */
    @DeleteMapping("/api/v1/history")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteHistory(@AuthenticationPrincipal Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        if (roles == null || roles.stream().noneMatch(MAY::contains)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "Not allowed",
                    "Only an owner of the organisation may delete all its prices.");
        }
        UUID organisation = Organisation.of(token);
        Organisation.within(token, () -> {
            rows.delete(organisation);
            return organisation;
        });
    }
}
