package io.riskwatch.gateway.signin;

import java.security.Principal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** "Where am I signed in?": a user's own sessions, which only the gateway has. */
@RestController
@RequestMapping("/api/v1/me/sessions")
class SignInController {

    /** What nobody's session is called. */
    private static final String NONE = "";

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * The browsers somebody is signed in with.
     *
     * @param items the one that asks first, then those seen last; at most 100
     */
    record SignInsView(List<SignInView> items) {

        SignInsView {
            items = List.copyOf(items);
        }
    }

    @GetMapping
    Mono<ResponseEntity<SignInsView>> list(Principal user, ServerWebExchange exchange) {
        return current(user, exchange)
                .flatMap(session -> signIns.of(user.getName(), session))
                .map(items -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(new SignInsView(items)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable String id, Principal user, ServerWebExchange exchange) {
        return current(user, exchange)
                .flatMap(current -> signIns.end(user.getName(), id)
                        // the session of this very request would else be saved once more
                        .filter(current::equals)
                        .flatMap(own -> exchange.getSession().flatMap(WebSession::invalidate)));
    }

    /** Signs out everywhere but here; a program, which has no session, signs its user out everywhere. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endOthers(Principal user, ServerWebExchange exchange) {
        return current(user, exchange).flatMap(session -> signIns.endOthers(user.getName(), session));
    }

    private static Mono<String> current(Principal user, ServerWebExchange exchange) {
        return user instanceof OAuth2AuthenticationToken
                ? exchange.getSession().map(WebSession::getId)
                : Mono.just(NONE);
    }
}
