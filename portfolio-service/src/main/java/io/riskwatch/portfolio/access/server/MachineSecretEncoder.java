package io.riskwatch.portfolio.access.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Keeps the secrets of programs as SHA-256. They are 256 random bits, which no slow hash makes harder to guess, and are
 * checked at every token request, which a slow hash would make dear.
 */
final class MachineSecretEncoder implements PasswordEncoder {

    private static final String NAME = "{sha256}";

    @Override
    public String encode(@Nullable CharSequence secret) {
        try {
            byte[] bytes = Objects.requireNonNull(secret).toString().getBytes(StandardCharsets.UTF_8);
            return NAME
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null
                && hash != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
