package io.riskwatch.portfolio.alert.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who a request is from and when it was made: {@code t=<unix seconds>,v1=<hex>}, where v1 is the HMAC-SHA256 of
 * {@code t + "." + body} under the webhook's secret. While a secret is being exchanged there is one v1 for each.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * Signs a body.
     *
     * @param secrets the current one first
     */
    public static String of(List<String> secrets, Instant at, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1=" + hmac(secret, at, body))
                .collect(Collectors.joining(",", "t=" + at.getEpochSecond() + ",", ""));
    }

    private static String hmac(String secret, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
