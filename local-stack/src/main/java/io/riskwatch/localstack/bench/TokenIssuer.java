package io.riskwatch.localstack.bench;

import com.sun.net.httpserver.HttpServer;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Stands where the authorization server stands: signs tokens as it does (RS256) and publishes the key, so that services are
 * measured with their real checks and with as many users as a workload needs.
 */
final class TokenIssuer implements AutoCloseable {

    /** The issuer in the tokens; no address. */
    static final String ISSUER = "http://bench.riskwatch.test";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration VALID = Duration.ofHours(2);

    private final KeyPair key;
    private final HttpServer server;

    TokenIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException e) {
            throw new StackException("Could not prepare tokens: " + e.getMessage(), e);
        }
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        byte[] keys = ("{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\""
                        + encoded(open.getModulus()) + "\",\"e\":\"" + encoded(open.getPublicExponent()) + "\"}]}")
                .getBytes(StandardCharsets.US_ASCII);
        server.createContext("/auth/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where services look for the key. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of a user of an organisation. */
    String user(UUID user, UUID organisation) {
        return token(user.toString(), ",\"org\":\"" + organisation + "\",\"roles\":[\"OWNER\"]");
    }

    /** A token of one of our own services. */
    String service() {
        return token("analytics-worker", ",\"roles\":[\"SERVICE\"]");
    }

    private String token(String subject, String claims) {
        long now = Instant.now().getEpochSecond();
        String payload = "{\"iss\":\"" + ISSUER + "\",\"aud\":\"riskwatch\",\"sub\":\"" + subject + "\",\"iat\":" + now
                + ",\"exp\":" + (now + VALID.toSeconds()) + claims + "}";
        String signed = encoded("{\"alg\":\"RS256\",\"kid\":\"bench\",\"typ\":\"JWT\"}") + "." + encoded(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new StackException("Could not sign a token: " + e.getMessage(), e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0; // without the sign
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
