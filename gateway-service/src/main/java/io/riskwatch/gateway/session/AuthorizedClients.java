package io.riskwatch.gateway.session;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationSuccessHandler;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.web.reactive.function.client.WebClient;

/** Tokens of signed-in browsers: kept in the session, renewed once, never shown. */
@Configuration(proxyBeanMethods = false)
class AuthorizedClients {

    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClientRepository() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient authorizationServerClient) {
        var exchange = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        exchange.setWebClient(authorizationServerClient);
        return exchange;
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager authorizedClientManager(
            ReactiveClientRegistrationRepository registrations,
            ServerOAuth2AuthorizedClientRepository clients,
            SessionSettings settings,
            WebClient authorizationServerClient,
            ReactiveOAuth2AuthorizationSuccessHandler keepRenewedToken) {
        var keepUser = new RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler();
        keepUser.setServerSecurityContextRepository(new KeepSessionId());
        var exchange = new WebClientReactiveRefreshTokenTokenResponseClient();
        exchange.setWebClient(authorizationServerClient);
        ReactiveOAuth2AuthorizedClientProvider refresh = ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(r -> r.clockSkew(settings.refreshEarly())
                        .accessTokenResponseClient(exchange)
                        .authorizationSuccessHandler(keepUser))
                .build();
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(new TokenRefresh(refresh, settings.refreshEarly(), Clock.systemUTC()));
        manager.setAuthorizationSuccessHandler(keepRenewedToken);
        return manager;
    }
}
