package io.riskwatch.service.idempotency;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which creating requests were begun and what they were answered. */
class IdempotencyStore {

    /** A request that has not been answered after this time is taken for dead and may be tried again. */
    private static final Duration LOCK = Duration.ofMinutes(1);

    private static final Duration KEEP = Duration.ofDays(2);

    /** Stands for the hash of a request whose body has not arrived yet. */
    static final String UNREAD = "";

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Answer(
            String requestHash,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    /** Takes the key for this request; false if it is taken already. */
    boolean begin(String callerId, String key, String requestHash) {
        return begin(callerId, key, requestHash, LOCK);
    }

    /** Takes the key for this request, as another one may when it has not been answered after the time given. */
    boolean begin(String callerId, String key, String requestHash, Duration lock) {
        return jdbc.sql("""
                                insert into idempotency_key as k (caller_id, key, request_hash, locked_at)
                                values (:caller, :key, :hash, now())
                                on conflict (caller_id, key) do update set locked_at = now(), request_hash = :hash
                                where k.status is null and k.locked_at < now() - make_interval(secs => :lock)
                                   or k.locked_at < now() - make_interval(secs => :keep)""")
                        .param("caller", callerId)
                        .param("key", key)
                        .param("hash", requestHash)
                        .param("lock", lock.toSeconds())
                        .param("keep", KEEP.toSeconds())
                        .update()
                == 1;
    }

    Optional<Answer> find(String callerId, String key) {
        return jdbc.sql("select request_hash, status, content_type, location, etag, body from idempotency_key"
                        + " where caller_id = ? and key = ?")
                .params(callerId, key)
                .query(Answer.class)
                .optional();
    }

    void finish(String callerId, String key, Answer answer) {
        jdbc.sql(
                        "update idempotency_key set request_hash = :hash, status = :status, content_type = :type, location = :location,"
                                + " etag = :etag, body = :body where caller_id = :caller and key = :key")
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("caller", callerId)
                .param("key", key)
                .update();
    }

    /** Gives the key back: nothing came of the request. */
    void abandon(String callerId, String key) {
        jdbc.sql("delete from idempotency_key where caller_id = ? and key = ? and status is null")
                .params(callerId, key)
                .update();
    }
}
