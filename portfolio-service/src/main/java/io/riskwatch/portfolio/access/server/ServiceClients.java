package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.access.credential.ClientRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The programs that get tokens here: the gateway, the worker, the local command line, and the users' own. */
@Component
class ServiceClients implements ClientRegistry {

    static final String GATEWAY = "gateway";
    static final String WORKER = "analytics-worker";
    static final String LOCAL_CLI = "local-cli";
    static final String SCOPE = "riskwatch";
    private static final Duration WORKER_TOKEN_LIFE = Duration.ofMinutes(30);
    private static final Duration LOCAL_CLI_TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration CODE_LIFE = Duration.ofMinutes(2);

    private final RegisteredClientRepository clients;
    private final AccessSettings settings;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final PasswordEncoder secrets = new MachineSecretEncoder();

    ServiceClients(RegisteredClientRepository clients, AccessSettings settings, PublicUrl publicUrl, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * The browser's client. It is confidential and its refresh token never leaves the gateway, so the token is not rotated:
     * with several gateways, rotation signs users out.
     */
    void registerGateway() {
        save(
                GATEWAY,
                "Riskwatch dashboard",
                settings.gatewaySecret(),
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .authorizationGrantType(PersonalAccessTokenGrant.TYPE)
                        .redirectUri(publicUrl.at("/login/oauth2/code/riskwatch"))
                        .postLogoutRedirectUri(publicUrl.at("/"))
                        .scope("openid")
                        .clientSettings(ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                        .tokenSettings(TokenSettings.builder()
                                .authorizationCodeTimeToLive(CODE_LIFE)
                                .accessTokenTimeToLive(settings.accessTokenLife())
                                .refreshTokenTimeToLive(settings.refreshTokenLife())
                                .reuseRefreshTokens(true)
                                .build()));
    }

    void registerWorker() {
        saveProgram(WORKER, "Analytics worker", settings.workerSecret(), WORKER_TOKEN_LIFE);
    }

    void registerLocalCli(String secret) {
        saveProgram(LOCAL_CLI, "Local command line", secret, LOCAL_CLI_TOKEN_LIFE);
    }

    @Override
    public void register(String clientId, String secret, String name) {
        saveProgram(clientId, name, secret, settings.accessTokenLife());
    }

    private void saveProgram(String clientId, String name, String secret, Duration tokenLife) {
        save(
                clientId,
                name,
                secret,
                client -> client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(tokenLife)
                                .build()));
    }

    /** Inserts or updates; a secret that still matches keeps its hash, and a client the day it was made. */
    private void save(
            String clientId, String name, String secret, java.util.function.Consumer<RegisteredClient.Builder> rest) {
        RegisteredClient old = clients.findByClientId(clientId);
        String oldHash = old == null ? null : old.getClientSecret();
        Instant issuedAt = old == null || old.getClientIdIssuedAt() == null
                ? clock.instant()
                : Objects.requireNonNull(old.getClientIdIssuedAt());
        RegisteredClient.Builder client = RegisteredClient.withId(
                        UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .clientId(clientId)
                .clientIdIssuedAt(issuedAt)
                .clientName(name)
                .clientSecret(oldHash != null && secrets.matches(secret, oldHash) ? oldHash : secrets.encode(secret))
                .scope(SCOPE);
        rest.accept(client);
        clients.save(client.build());
    }
}
