package io.riskwatch.portfolio.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {

    @Test
    void theEncoderInUseMakesArgon2idWithTheChosenParameters() {
        PasswordEncoder encoder = PasswordConfiguration.bounded(1, Duration.ofSeconds(1));

        String hash = encoder.encode("a password");

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches("a password", hash)).isTrue();
        assertThat(encoder.matches("another", hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash.replace("t=2", "t=1"))).isTrue();
    }

    @Test
    void whoWouldHaveToWaitTooLongIsRefusedAndTheRestGoesOn() throws Exception {
        var inside = new CountDownLatch(1);
        var letOut = new CountDownLatch(1);
        var encoder = new BoundedPasswordEncoder(
                new PasswordEncoder() {
                    @Override
                    public String encode(CharSequence password) {
                        inside.countDown();
                        try {
                            letOut.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return "hash";
                    }

                    @Override
                    public boolean matches(CharSequence password, String hash) {
                        return true;
                    }
                },
                1,
                Duration.ofMillis(20));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> encoder.encode("x"));
            inside.await();

            assertThatThrownBy(() -> encoder.matches("x", "hash")).isInstanceOf(AuthenticationServiceException.class);

            letOut.countDown();
            assertThat(first.get()).isEqualTo("hash");
            assertThat(encoder.matches("x", "hash")).isTrue();
        }
    }
}
