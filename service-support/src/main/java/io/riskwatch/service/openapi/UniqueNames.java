package io.riskwatch.service.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses two types of one simple name, of which the published document would keep the last and say nothing. */
class UniqueNames implements ModelConverter {
    private final Map<String, String> typeOfName = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when another type has taken the schema's name */
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        String reference = schema == null ? null : schema.get$ref();
        if (reference != null) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            String described = Json.mapper().constructType(type.getType()).toCanonical();
            String taken = typeOfName.putIfAbsent(name, described);
            if (taken != null && !taken.equals(described)) {
                throw new IllegalStateException("Two types would be published as schema \"" + name + "\": " + taken
                        + " and " + described + "; rename one of them.");
            }
        }
        return schema;
    }
}
