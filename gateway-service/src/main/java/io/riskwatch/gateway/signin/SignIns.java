package io.riskwatch.gateway.signin;

import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.GatewayProblems;
import io.riskwatch.gateway.session.SessionSettings;
import io.riskwatch.service.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows a user the browsers they are signed in with and signs them out there: their tokens and the authorization server's own session
 * first, so that the browser cannot sign itself in again, then the session, then its sockets. What fails half way can be asked again.
 */
@Component
class SignIns {

    static final int MOST_SHOWN = 100;

    private static final Logger log = LoggerFactory.getLogger(SignIns.class);
    private static final String CLIENTS =
            WebSessionServerOAuth2AuthorizedClientRepository.class.getName() + ".AUTHORIZED_CLIENTS";
    private static final int ID_BYTES = 16;

    private final UserSessions sessions;
    private final EndedSessions ended;
    private final WebClient server;
    private final SessionSettings settings;
    private final String revokeUrl;

    SignIns(
            UserSessions sessions,
            EndedSessions ended,
            WebClient authorizationServerClient,
            SessionSettings settings,
            Platform platform) {
        this.sessions = sessions;
        this.ended = ended;
        this.server = authorizationServerClient;
        this.settings = settings;
        this.revokeUrl = platform.portfolioUrl() + "/auth/oauth2/revoke";
    }

    /** The one that asks first, then those seen last; no more than {@value #MOST_SHOWN}. */
    Mono<List<SignInView>> of(String user, String currentSession) {
        return sessions.latest(user, MOST_SHOWN)
                .map(session -> view(session, session.getId().equals(currentSession)))
                .sort(Comparator.comparing(SignInView::current)
                        .thenComparing(SignInView::lastSeenAt)
                        .reversed())
                .collectList();
    }

    /** Answers the id of the session that ended. */
    Mono<String> end(String user, String id) {
        return sessions.all(user)
                .filter(session -> idOf(session.getId()).equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("session")))
                .flatMap(session -> end(user, session).thenReturn(session.getId()));
    }

    /** Ends all of them but one. */
    Mono<Void> endOthers(String user, String currentSession) {
        return sessions.all(user)
                .filter(session -> !session.getId().equals(currentSession))
                .concatMap(session -> end(user, session))
                .then();
    }

    /** Ends all of somebody who is no more; of their tokens the authorization server knows nothing any more. */
    Flux<String> endAll(String user) {
        return sessions.all(user)
                .map(Session::getId)
                .concatMap(session ->
                        sessions.delete(user, session).then(ended.tell(session)).thenReturn(session));
    }

    private Mono<Void> end(String user, Session session) {
        String id = session.getId();
        return revoke(refreshToken(session))
                .then(Mono.defer(() -> sessions.delete(user, id)))
                .then(Mono.defer(() -> ended.tell(id)))
                .doOnSuccess(done -> log.info("event=session-ended user={} session={}", user, idOf(id)));
    }

    private Mono<Void> revoke(@Nullable String refreshToken) {
        return refreshToken == null
                ? Mono.empty()
                : server.post()
                        .uri(revokeUrl)
                        .headers(headers -> headers.setBasicAuth("gateway", settings.clientSecret()))
                        .body(BodyInserters.fromFormData("token", refreshToken)
                                .with("token_type_hint", "refresh_token"))
                        .exchangeToMono(answer -> answer.releaseBody()
                                .then(
                                        answer.statusCode().is2xxSuccessful()
                                                ? Mono.empty()
                                                : Mono.error(GatewayProblems.away())));
    }

    private static @Nullable String refreshToken(Session session) {
        Map<?, ?> clients = session.getAttribute(CLIENTS);
        return clients == null
                ? null
                : clients.values().stream()
                        .filter(OAuth2AuthorizedClient.class::isInstance)
                        .map(client -> ((OAuth2AuthorizedClient) client).getRefreshToken())
                        .filter(token -> token != null)
                        .map(token -> token.getTokenValue())
                        .findFirst()
                        .orElse(null);
    }

    private static SignInView view(Session session, boolean current) {
        SignIn signIn = session.getAttribute(SignIn.ATTRIBUTE);
        return new SignInView(
                idOf(session.getId()),
                signIn == null ? null : signIn.device().browser(),
                signIn == null ? null : signIn.device().system(),
                signIn == null ? null : signIn.address(),
                signIn == null ? session.getCreationTime() : signIn.at(),
                session.getLastAccessedTime(),
                current);
    }

    /** The session's own id is as good as a password, so it is never told. */
    static String idOf(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
