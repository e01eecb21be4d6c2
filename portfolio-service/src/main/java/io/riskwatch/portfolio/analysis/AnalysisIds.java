package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.security.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ids of analyses. One that is asked under a key has the id that follows from caller, key and question: should the answer to
 * it be lost, with the memory of the key, because the database died in between, then asking again finds the analysis.
 */
@Component
class AnalysisIds {

    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xf000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;

    private final JsonMapper json;

    AnalysisIds(JsonMapper json) {
        this.json = json;
    }

    UUID of(Caller caller, @Nullable String key, AnalysisRequest request) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID();
        }
        return of(
                caller.organisationId() + "\n" + caller.userId() + "\n" + key.length() + "\n" + key + "\n",
                json.writeValueAsBytes(request));
    }

    /** As for a question, of what is asked once more about an analysis. */
    UUID of(Caller caller, @Nullable String key, String what, UUID analysis) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID();
        }
        return of(
                caller.organisationId() + "\n" + caller.userId() + "\n" + key.length() + "\n" + key + "\n",
                (what + "\n" + analysis).getBytes(StandardCharsets.UTF_8));
    }

    /** What a schedule asks at a time has one id, however often it is asked. */
    UUID of(UUID scheduleId, Instant due) {
        return of("schedule\n" + scheduleId + "\n" + due, new byte[0]);
    }

    private static UUID of(String asker, byte[] question) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(asker.getBytes(StandardCharsets.UTF_8));
            ByteBuffer digest = ByteBuffer.wrap(sha.digest(question));
            return new UUID(
                    (digest.getLong() & ~VERSION_BITS) | VERSION_8, (digest.getLong() & ~VARIANT_BITS) | VARIANT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
