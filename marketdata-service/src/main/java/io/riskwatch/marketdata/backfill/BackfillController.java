package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.tenant.Organisation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has the daily history of real instruments fetched from the providers, and tells how far that has come. */
@RestController
@RequestMapping("/api/v1/history/backfills")
@EnableConfigurationProperties(BackfillProperties.class)
class BackfillController {
    private final Backfills backfills;

    BackfillController(Backfills backfills) {
        this.backfills = backfills;
    }

    /** Begins; the answer's Location tells the progress. What is stored or under way already is not fetched again. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<BackfillView> start(
            @AuthenticationPrincipal Jwt token, @Valid @RequestBody BackfillRequest request) {
        UUID organisation = Organisation.of(token);
        BackfillView view = Organisation.within(token, () -> backfills.start(organisation, request));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/history/backfills/" + view.id()))
                .body(view);
    }

    @GetMapping("/{backfillId}")
    BackfillView show(@AuthenticationPrincipal Jwt token, @PathVariable UUID backfillId) {
        return Organisation.within(token, () -> backfills.show(backfillId));
    }

    /** The hundred newest of the organisation. */
    @GetMapping
    List<BackfillView> list(@AuthenticationPrincipal Jwt token) {
        return Organisation.within(token, backfills::list);
    }
}
