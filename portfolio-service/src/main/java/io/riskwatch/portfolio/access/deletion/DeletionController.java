package io.riskwatch.portfolio.access.deletion;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deletes the caller's account and all that is theirs. There is no way back; the export is the way to keep it. */
@RestController
@Tag(name = "Access")
class DeletionController {

    private final AccountDeletions deletions;

    DeletionController(AccountDeletions deletions) {
        this.deletions = deletions;
    }

    /** Done is, when this answers, that nobody signs in any more; the rest follows within moments. */
    @DeleteMapping("/api/v1/me")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void deleteMe(@AuthenticationPrincipal Jwt token, @Valid @RequestBody DeletionRequest request) {
        List<String> scopes = token.getClaimAsStringList("scope");
        if (scopes == null || !scopes.contains("openid")) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "Not allowed",
                    "An account is deleted by its owner, signed in with a browser, and not by a program's token.");
        }
        deletions.request(Caller.current().userId(), request.confirmation());
    }
}
