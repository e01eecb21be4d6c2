package io.riskwatch.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMembersTest {

    record Inner(int amount) {}

    record Outer(String name, @Nullable String note, List<Inner> inner) {}

    @Test
    void everyMemberIsRequiredButTheNullableOnes() {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RequiredMembers());
        var resolved = converters.readAllAsResolvedSchema(new AnnotatedType(Outer.class).resolveAsRef(true));
        Schema<?> outer = resolved.referencedSchemas.get("Outer");
        assertThat(outer.getRequired()).containsExactlyInAnyOrder("name", "inner");
        assertThat(resolved.referencedSchemas.get("Inner").getRequired()).containsExactly("amount");
    }
}
