package io.riskwatch.portfolio.analysis.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A figure of a result and how it came about.
 *
 * @param name members of the result joined by dots, places of lists as numbers from 0
 * @param unit MONEY and PRICE in the base currency, FRACTION as a decimal, and so on
 * @param formula in words and signs; {@code latex} has the same for a typesetter
 * @param inputs what it is computed from, as this result has it
 * @param method the page of docs/methods that explains it with an example
 * @param provenance dates, provider, engine, seed and hashes of the result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureView(
        String name,
        String title,
        String unit,
        double value,
        String formula,
        @Nullable String latex,
        List<Input> inputs,
        @Nullable String method,
        String source,
        @Schema(implementation = Object.class) JsonNode provenance,
        String result,
        String recompute) {

    /**
     * Something that went into the figure.
     *
     * @param value as the result has it; of a list its first elements
     * @param count of a list that is longer, how many there are
     */
    @Schema(name = "FigureInput")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            String name,
            @Schema(implementation = Object.class) JsonNode value,
            @Nullable Integer count) {}

    /** A figure of a list, or all of a kind: {@code *} stands for any place or key. */
    @Schema(name = "FigureName")
    public record Name(String name, String title, String unit) {}

    /** What there is to ask for. */
    @Schema(name = "FigureNames")
    public record Names(List<Name> items) {}
}
