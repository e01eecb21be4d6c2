package io.riskwatch.portfolio.analysis.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two to four results side by side; every list of values is in the order of {@code analyses}.
 *
 * @param figures those that several results have, then those that only one has; figures of lists by what they belong to and not by
 *     their place
 * @param settings what was asked, or where it came from, and is not the same in all
 * @param assumptions what one result takes for granted and not all the others do
 * @param omitted figures beyond the most that are listed
 */
@Schema(name = "ResultComparisonView")
public record ComparisonView(
        List<Compared> analyses,
        List<Figure> figures,
        List<Setting> settings,
        List<Assumption> assumptions,
        int omitted) {

    @Schema(name = "ComparedResult")
    public record Compared(UUID id, String kind, String result) {}

    /**
     * A figure of the results.
     *
     * @param of what it belongs to, for instance the method and confidence of a value at risk
     * @param onlyIn places of the analyses that have it, 0 the first; absent when all have
     * @param values null where a result has none
     * @param differences to the first result; null where either has none
     */
    @Schema(name = "ComparedFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            String name,
            @Nullable String of,
            String title,
            String unit,
            @Nullable List<Integer> onlyIn,
            List<@Nullable Double> values,
            List<@Nullable Double> differences) {}

    @Schema(name = "ComparedSetting")
    public record Setting(
            String name,
            @Schema(implementation = Object[].class) List<@Nullable JsonNode> values) {}

    /**
     * What some of the results take for granted.
     *
     * @param takenBy places of the analyses that assume it, 0 the first
     */
    @Schema(name = "ComparedAssumption")
    public record Assumption(String text, List<Integer> takenBy) {}
}
