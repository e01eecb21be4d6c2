package io.riskwatch.gateway.session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;

/**
 * Reads what an older version of the gateway left in a session, or takes it as absent: after an upgrade that changed a
 * class a user signs in again instead of getting errors until the cookie ends.
 */
class ForgivingSerializer implements RedisSerializer<Object> {

    private static final Logger log = LoggerFactory.getLogger(ForgivingSerializer.class);

    private final RedisSerializer<Object> java;

    ForgivingSerializer(RedisSerializer<Object> java) {
        this.java = java;
    }

    @Override
    public byte[] serialize(@Nullable Object value) {
        return java.serialize(value);
    }

    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        try {
            return java.deserialize(bytes);
        } catch (SerializationException e) {
            log.warn("event=session-attribute-unreadable cause={}", e.getMessage());
            return null;
        }
    }
}
