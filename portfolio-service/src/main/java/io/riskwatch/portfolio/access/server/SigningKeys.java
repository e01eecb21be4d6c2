package io.riskwatch.portfolio.access.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, in the database so that they outlive a restart and are the same in every replica. The first
 * key of the set signs. A key older than {@link #SIGNS_FOR} gets a successor, which is published {@link #PUBLISHED_BEFORE}
 * it signs, so that every service has fetched it; the old one is kept until everything it signed has expired.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    static final Duration SIGNS_FOR = Duration.ofDays(90);
    static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(15);
    static final Duration KEPT_AFTER = Duration.ofDays(2);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int KEY_BITS = 2048;
    private static final long LOCK = 0x5257_4B45_5953L; // "RWKEYS"

    private record Stored(String kid, JWK key, Instant createdAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyCipher cipher;
    private final Clock clock;
    private volatile JWKSet keys = new JWKSet();

    SigningKeys(JdbcClient jdbc, PlatformTransactionManager transactions, KeyCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.cipher = cipher;
        this.clock = clock;
        refresh();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }

    /** Reads the keys again, making and retiring what is due. One replica at a time. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
    void refresh() {
        List<Stored> stored = transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            List<Stored> found = read();
            Instant now = clock.instant();
            if (found.isEmpty() || found.getLast().createdAt().isBefore(now.minus(SIGNS_FOR))) {
                found.add(create(now));
            }
            retire(found, now);
            return found;
        });
        keys = new JWKSet(signingFirst(stored));
    }

    private List<Stored> read() {
        return new ArrayList<>(jdbc.sql("select kid, jwk, created_at from signing_key order by created_at, kid")
                .query((row, i) -> {
                    String kid = row.getString("kid");
                    return new Stored(
                            kid,
                            parse(cipher.decrypt(row.getString("jwk"), kid)),
                            row.getTimestamp("created_at").toInstant());
                })
                .list());
    }

    private Stored create(Instant now) {
        try {
            JWK key = new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            jdbc.sql("insert into signing_key (kid, jwk, created_at) values (?, ?, ?)")
                    .params(
                            key.getKeyID(),
                            cipher.encrypt(key.toJSONString(), key.getKeyID()),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
            log.info("signing key created kid={}", key.getKeyID());
            return new Stored(key.getKeyID(), key, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("could not make a signing key", e);
        }
    }

    private void retire(List<Stored> found, Instant now) {
        while (found.size() > 1
                && found.get(1)
                        .createdAt()
                        .plus(PUBLISHED_BEFORE)
                        .plus(KEPT_AFTER)
                        .isBefore(now)) {
            Stored old = found.removeFirst();
            jdbc.sql("delete from signing_key where kid = ?").param(old.kid()).update();
            log.info("signing key retired kid={}", old.kid());
        }
    }

    /** The newest key that has been published long enough, then the others. */
    private List<JWK> signingFirst(List<Stored> stored) {
        Instant publishedBy = clock.instant().minus(PUBLISHED_BEFORE);
        Stored signing = stored.reversed().stream()
                .filter(key -> !key.createdAt().isAfter(publishedBy))
                .findFirst()
                .orElse(stored.getFirst());
        List<JWK> ordered = new ArrayList<>();
        ordered.add(signing.key());
        stored.stream()
                .filter(key -> !key.kid().equals(signing.kid()))
                .map(Stored::key)
                .forEach(ordered::add);
        return ordered;
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key in the database is not a JWK", e);
        }
    }
}
