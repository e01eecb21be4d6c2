package io.riskwatch.portfolio.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysIT extends PortfolioServiceIT {

    @Autowired
    private SigningKeys running;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aRestartedServiceSignsWithTheSameKey() {
        SigningKeys restarted = keys(KEY_SECRET, Instant.now());

        assertThat(kids(restarted)).isEqualTo(kids(running)).hasSize(1);
    }

    @Test
    void theKeyLiesEncryptedInTheDatabase() {
        JWK key = all(running).getFirst();

        List<String> stored =
                jdbc.sql("select jwk from signing_key").query(String.class).list();

        // whole members of the JWK, not short words: ciphertext in base64 spells "RSA" once in a hundred runs
        assertThat(stored)
                .singleElement()
                .asString()
                .startsWith("v1:")
                .doesNotContain(
                        "\"kty\":",
                        "\"d\":",
                        key.toRSAKey().getPrivateExponent().toString());
        assertThat(new KeyCipher(KEY_SECRET).decrypt(stored.getFirst(), key.getKeyID()))
                .isEqualTo(key.toJSONString());
    }

    @Test
    void anotherSecretDoesNotStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> keys("another secret than the one before", Instant.now()))
                .hasMessageContaining("RISKWATCH_KEY_SECRET does not open the signing keys");
    }

    @Test
    void aRowPutInAnothersPlaceIsRefused() {
        String stored =
                jdbc.sql("select jwk from signing_key").query(String.class).single();

        assertThatThrownBy(() -> new KeyCipher(KEY_SECRET).decrypt(stored, "another-kid"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOldKeyGetsASuccessorThatIsPublishedBeforeItSignsAndOutlivesItsLastToken() {
        inATransactionThatIsUndone(() -> {
            String old = kids(running).getFirst();
            Instant due = Instant.now().plus(SigningKeys.SIGNS_FOR).plusSeconds(60);

            List<String> published = kids(keys(KEY_SECRET, due));
            assertThat(published).hasSize(2).first().isEqualTo(old);
            String successor = published.getLast();

            Instant used = due.plus(SigningKeys.PUBLISHED_BEFORE).plusSeconds(1);
            assertThat(kids(keys(KEY_SECRET, used))).containsExactly(successor, old);

            Instant over = used.plus(SigningKeys.KEPT_AFTER).plusSeconds(60);
            assertThat(kids(keys(KEY_SECRET, over))).containsExactly(successor);
        });
    }

    @Test
    void servicesThatStartTogetherOnAnEmptyDatabaseMakeOneKey() throws Exception {
        Map<String, String> stack = TestStack.springProperties("portfolio");
        Flyway.configure()
                .dataSource(
                        stack.get("spring.datasource.url"),
                        stack.get("spring.flyway.user"),
                        stack.get("spring.flyway.password"))
                .locations("classpath:db/migration", "classpath:db/support")
                .load()
                .migrate();
        var source = new DriverManagerDataSource(
                stack.get("spring.datasource.url"),
                stack.get("spring.datasource.username"),
                stack.get("spring.datasource.password"));
        var together = new CyclicBarrier(4);

        Callable<List<String>> start = () -> {
            together.await();
            return kids(new SigningKeys(
                    JdbcClient.create(source),
                    new JdbcTransactionManager(source),
                    new KeyCipher(KEY_SECRET),
                    Clock.systemUTC()));
        };

        List<String> kids = new ArrayList<>();
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> replica : replicas.invokeAll(Collections.nCopies(4, start))) {
                kids.addAll(replica.get());
            }
        }

        assertThat(kids).hasSize(4);
        assertThat(Set.copyOf(kids)).hasSize(1);
    }

    private SigningKeys keys(String secret, Instant now) {
        return new SigningKeys(jdbc, transactions, new KeyCipher(secret), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void inATransactionThatIsUndone(Runnable work) {
        var template = new TransactionTemplate(transactions);
        template.setTimeout((int) Duration.ofSeconds(30).toSeconds());
        template.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static List<String> kids(SigningKeys keys) {
        return all(keys).stream().map(JWK::getKeyID).toList();
    }

    private static List<JWK> all(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}
