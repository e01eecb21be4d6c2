package io.riskwatch.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    record Line(String text) {}

    record Page(List<Line> lines, Line last) {}

    /** Another namespace. */
    static final class Elsewhere {
        private Elsewhere() {}

        record Line(int length) {}
    }

    private final ModelConverters converters = new ModelConverters(true);

    @Test
    void aTypeMayOccurOften() {
        converters.addConverter(new UniqueNames());

        assertThat(schemas(Page.class).referencedSchemas).containsOnlyKeys("Page", "Line");
        assertThat(schemas(Line.class).referencedSchemas).containsOnlyKeys("Line");
    }

    @Test
    void anotherTypeOfTheSameNameIsRefused() {
        converters.addConverter(new UniqueNames());
        schemas(Page.class);

        assertThatThrownBy(() -> schemas(Elsewhere.Line.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"Line\"")
                .hasMessageContaining(Line.class.getName())
                .hasMessageContaining(Elsewhere.Line.class.getName());
    }

    private ResolvedSchema schemas(Class<?> type) {
        return converters.readAllAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    }
}
