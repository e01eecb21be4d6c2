package io.riskwatch.analytics.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history client and its token: client credentials of {@code analytics-worker}, kept until a minute before they expire
 * and thrown away when the market-data service refuses them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistorySettings.class)
class HistoryConfiguration {

    private static final String REGISTRATION = "riskwatch";

    @Bean
    HistorySource historySource(HistorySettings settings, JsonMapper json, MeterRegistry meters) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.portfolioUrl() + "/auth/oauth2/token")
                .clientId("analytics-worker")
                .clientSecret(settings.worker().clientSecret())
                .build();
        var service = new InMemoryOAuth2AuthorizedClientService(new InMemoryClientRegistrationRepository(registration));
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                new InMemoryClientRegistrationRepository(registration), service);
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests(Duration.ofSeconds(5)))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(c -> c.accessTokenResponseClient(tokens))
                .build());
        var authorize = new OAuth2ClientHttpRequestInterceptor(manager);
        authorize.setClientRegistrationIdResolver(request -> REGISTRATION);
        authorize.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(service));
        RestClient http = RestClient.builder()
                .baseUrl(settings.marketdataUrl())
                .requestFactory(requests(settings.worker().historyTimeout()))
                .requestInterceptor(authorize)
                .build();
        HistoryClient client = new HistoryClient(http, json);
        Timer waiting = meters.timer("riskwatch.history");
        return request -> Objects.requireNonNull(waiting.record(() -> client.fetch(request)));
    }

    private static JdkClientHttpRequestFactory requests(Duration readTimeout) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build());
        factory.setReadTimeout(readTimeout);
        return factory;
    }
}
