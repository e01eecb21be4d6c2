package io.riskwatch.gateway.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the script of portfolio-service's authorization server: everybody who comes is somebody new, codes need their
 * PKCE verifier, the refresh token stays the same, tokens are real RS256 tokens.
 */
public final class StandInAuthorizationServer {

    public static final String SECRET = "a secret of the tests, long enough to be taken";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration USUAL_LIFE = Duration.ofMinutes(10);

    private final RSAKey key = newKey();
    private final Map<String, Map<String, String>> authorizations = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> personalTokens = new ConcurrentHashMap<>();
    private final List<Map<String, String>> authorizeRequests = new CopyOnWriteArrayList<>();
    private final List<String> signedOut = new CopyOnWriteArrayList<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile String issuer = "";
    private volatile String nextSubject;
    private volatile Duration loginLife = USUAL_LIFE;

    public void issuer(String publicUrl) {
        this.issuer = publicUrl;
    }

    /** How long the access token of the next logins counts. */
    public void loginLife(Duration life) {
        this.loginLife = life;
    }

    public void usualLife() {
        loginLife(USUAL_LIFE);
    }

    /** Whoever comes next is this one. */
    public void nextIs(String subject) {
        nextSubject = subject;
    }

    /** Whose refresh tokens were revoked, each as often as it happened. */
    public List<String> signedOut() {
        return signedOut;
    }

    public int refreshes() {
        return refreshes.get();
    }

    public int exchanges() {
        return exchanges.get();
    }

    /** The latest request for authorization. */
    public Map<String, String> lastAuthorizeRequest() {
        return authorizeRequests.getLast();
    }

    public String newPersonalToken(String subject) {
        String token = "rwp_" + UUID.randomUUID().toString().replace("-", "") + "0123456789a";
        personalTokens.put(token, subject);
        return token;
    }

    public void forgetRefreshTokens() {
        refreshTokens.clear();
    }

    public String accessToken(String subject) {
        return accessToken(subject, USUAL_LIFE);
    }

    public String accessToken(String subject, Duration life) {
        return token(
                subject, life, "riskwatch", Map.of("org", UUID.randomUUID().toString(), "roles", List.of("OWNER")));
    }

    public String token(String subject, Duration life, String audience, Map<String, Object> claims) {
        return sign(key, subject, life, audience, claims);
    }

    /** A token that looks right but for its key. */
    public String forgedToken(String subject) {
        return sign(newKey(), subject, USUAL_LIFE, "riskwatch", Map.of());
    }

    void routes(HttpServerRoutes routes) {
        routes.get("/auth/oauth2/authorize", this::authorize);
        routes.post("/auth/oauth2/token", this::token);
        routes.post("/auth/oauth2/revoke", this::revoke);
        routes.get(
                "/auth/oauth2/jwks",
                (request, response) -> json(response, 200, new JWKSet(key.toPublicJWK()).toString()));
    }

    public StandInServices serve() {
        return new StandInServices(this::routes);
    }

    private Publisher<Void> authorize(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> asked = parameters(request.uri(), true);
        authorizeRequests.add(asked);
        String code = UUID.randomUUID().toString();
        String subject = nextSubject;
        nextSubject = null;
        asked.put("subject", subject == null ? UUID.randomUUID().toString() : subject);
        authorizations.put(code, asked);
        String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        return response.addHeader("Set-Cookie", "RW_AUTH=" + code + "; Path=/auth; HttpOnly")
                .sendRedirect(asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
    }

    private Publisher<Void> token(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMapMany(body -> {
            Map<String, String> form = parameters(body, false);
            String basic =
                    Base64.getEncoder().encodeToString(("gateway:" + encode(SECRET)).getBytes(StandardCharsets.UTF_8));
            String plain = Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
            String sent = String.valueOf(request.requestHeaders().get("Authorization"));
            if (!sent.equals("Basic " + basic) && !sent.equals("Basic " + plain)) {
                return json(response, 401, "{\"error\":\"invalid_client\"}");
            }
            return switch (form.get("grant_type")) {
                case "authorization_code" -> code(form, response);
                case "refresh_token" -> refresh(form, response);
                case "urn:riskwatch:grant:personal-access-token" -> exchange(form, response);
                default -> json(response, 400, "{\"error\":\"unsupported_grant_type\"}");
            };
        });
    }

    private Publisher<Void> code(Map<String, String> form, HttpServerResponse response) {
        Map<String, String> asked = authorizations.remove(form.get("code"));
        if (asked == null || !asked.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
            return json(response, 400, "{\"error\":\"invalid_grant\"}");
        }
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, asked.get("subject"));
        return json(response, 200, tokens(asked.get("subject"), loginLife, refresh, asked.get("nonce")));
    }

    private Publisher<Void> refresh(Map<String, String> form, HttpServerResponse response) {
        refreshes.incrementAndGet();
        String subject = refreshTokens.get(form.get("refresh_token"));
        if (subject == null) {
            return json(response, 400, "{\"error\":\"invalid_grant\"}");
        }
        // long enough that requests which come together are all waiting
        return Mono.delay(Duration.ofMillis(300))
                .thenMany(json(response, 200, tokens(subject, USUAL_LIFE, form.get("refresh_token"), null)));
    }

    private Publisher<Void> revoke(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMapMany(body -> {
            String subject = refreshTokens.remove(parameters(body, false).get("token"));
            if (subject != null) {
                signedOut.add(subject);
            }
            return response.status(200).send();
        });
    }

    private Publisher<Void> exchange(Map<String, String> form, HttpServerResponse response) {
        exchanges.incrementAndGet();
        String subject = personalTokens.get(String.valueOf(form.get("token")));
        return subject == null
                ? json(response, 400, "{\"error\":\"invalid_grant\"}")
                : json(
                        response,
                        200,
                        JSON.writeValueAsString(Map.of(
                                "access_token", accessToken(subject), "token_type", "Bearer", "expires_in", 600)));
    }

    private String tokens(String subject, Duration life, String refresh, String nonce) {
        Map<String, Object> idClaims = new LinkedHashMap<>();
        if (nonce != null) {
            idClaims.put("nonce", nonce);
        }
        idClaims.put("auth_time", Instant.now().getEpochSecond());
        return JSON.writeValueAsString(Map.of(
                "access_token",
                accessToken(subject, life),
                "refresh_token",
                refresh,
                "id_token",
                token(subject, Duration.ofMinutes(30), "gateway", idClaims),
                "token_type",
                "Bearer",
                "scope",
                "openid riskwatch",
                "expires_in",
                life.toSeconds()));
    }

    private String sign(RSAKey with, String subject, Duration life, String audience, Map<String, Object> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
        try {
            jwt.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("the key of the tests").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Publisher<Void> json(HttpServerResponse response, int status, String body) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(body));
    }

    private static Map<String, String> parameters(String text, boolean hasPath) {
        Map<String, String> parameters = new LinkedHashMap<>();
        new QueryStringDecoder(text, hasPath)
                .parameters()
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
        return parameters;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
