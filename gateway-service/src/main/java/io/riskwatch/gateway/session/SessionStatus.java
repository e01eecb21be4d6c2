package io.riskwatch.gateway.session;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the page whether somebody is signed in, so that it makes no request that must fail. */
@RestController
class SessionStatus {

    @GetMapping("/session")
    Mono<ResponseEntity<SessionView>> session() {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> context.getAuthentication() instanceof OAuth2AuthenticationToken)
                .defaultIfEmpty(false)
                .map(signedIn -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(new SessionView(signedIn)));
    }

    /**
     * Who the cookie stands for, as little as needed.
     *
     * @param signedIn whether requests with this cookie are answered for a user
     */
    record SessionView(boolean signedIn) {}
}
