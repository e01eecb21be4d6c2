package io.riskwatch.gateway.signin;

import io.riskwatch.gateway.limit.ClientAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationSuccessHandler;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Where signing in, renewing a token, signing out and the end of an account touch the list of sessions. */
@Configuration(proxyBeanMethods = false)
class RemembersSignIns {

    private static final Logger log = LoggerFactory.getLogger(RemembersSignIns.class);

    /** On it portfolio-service tells the id of a user whose account was deleted. */
    private static final String DELETED_USERS = "portfolio:deleted-users";

    /** Notes who came, with what and from where, and shows them the start page. */
    @Bean
    ServerAuthenticationSuccessHandler welcome(UserSessions sessions, ClientAddress addresses) {
        var start = new RedirectServerAuthenticationSuccessHandler("/");
        start.setRequestCache(NoOpServerRequestCache.getInstance());
        Clock clock = Clock.systemUTC();
        return (filter, user) -> {
            ServerWebExchange exchange = filter.getExchange();
            String userAgent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
            var signIn = new SignIn(Device.of(userAgent), ShortAddress.of(addresses.of(exchange)), clock.instant());
            return exchange.getSession()
                    .doOnNext(session -> session.getAttributes().put(SignIn.ATTRIBUTE, signIn))
                    .flatMap(session -> sessions.note(user.getName(), session.getId()))
                    .then(start.onAuthenticationSuccess(filter, user));
        };
    }

    /** Keeps a renewed token in its session and notes that the session is in use. */
    @Bean
    ReactiveOAuth2AuthorizationSuccessHandler keepRenewedToken(
            ServerOAuth2AuthorizedClientRepository clients, UserSessions sessions) {
        return (client, user, attributes) ->
                attributes.get(ServerWebExchange.class.getName()) instanceof ServerWebExchange exchange
                        ? clients.saveAuthorizedClient(client, user, exchange)
                                .then(exchange.getSession())
                                .flatMap(session -> sessions.note(user.getName(), session.getId()))
                        : Mono.empty();
    }

    @Bean
    ServerLogoutHandler forgetSession(UserSessions sessions, EndedSessions ended) {
        return (filter, user) -> filter.getExchange()
                .getSession()
                .flatMap(session ->
                        sessions.forget(user.getName(), session.getId()).then(ended.tell(session.getId())));
    }

    @Bean
    DisposableBean endSessionsOfDeletedUsers(ReactiveStringRedisTemplate redis, SignIns signIns) {
        Disposable listening = EndedSessions.listen(redis, DELETED_USERS)
                .concatMap(user -> signIns.endAll(user)
                        .then()
                        .doOnError(
                                e -> log.warn("event=sessions-left-behind user={} reason=\"{}\"", user, e.toString()))
                        .onErrorComplete()) // without a token they end within minutes
                .subscribe();
        return listening::dispose;
    }
}
