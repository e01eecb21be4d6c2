package io.riskwatch.portfolio.access.account;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane), named so that they can change. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final String ARGON2ID = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder passwordEncoder() {
        return bounded(Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(3));
    }

    static PasswordEncoder bounded(int atOnce, Duration patience) {
        var argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        return new BoundedPasswordEncoder(
                new DelegatingPasswordEncoder(ARGON2ID, Map.of(ARGON2ID, argon2id)), atOnce, patience);
    }
}
