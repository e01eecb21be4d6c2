package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.analysis.comparison.Comparison;
import io.riskwatch.portfolio.analysis.comparison.ComparisonView;
import io.riskwatch.portfolio.analysis.figure.FigureCatalogue;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results side by side. */
@RestController
@RequestMapping("/api/v1/analyses/compare")
@Tag(name = "Analyses")
class ComparisonController {

    private static final int FEWEST = 2;
    private static final int MOST = 4;

    /** Kinds whose figures mean the same. */
    private static final Set<String> FUTURES = Set.of("monte-carlo", "goal");

    private final Analyses analyses;
    private final AnalysisResults results;
    private final FigureCatalogue catalogue;
    private final JsonMapper json;

    ComparisonController(Analyses analyses, AnalysisResults results, JsonMapper json) {
        this.analyses = analyses;
        this.results = results;
        this.catalogue = new FigureCatalogue(json, ParameterSchemas.KINDS);
        this.json = json;
    }

    @Operation(
            summary = "Two to four results side by side",
            description =
                    "Figures aligned by what they are of, with their differences to the first result, and the"
                            + " settings and assumptions that differ. The results are of one kind; monte-carlo and goal go together.")
    @GetMapping
    ComparisonView compare(@RequestParam List<UUID> ids) {
        Set<UUID> different = new LinkedHashSet<>(ids);
        if (ids.size() < FEWEST || ids.size() > MOST || different.size() != ids.size()) {
            throw ProblemException.unprocessable(
                    "ids", "name two to four different analyses, these are " + different.size());
        }
        Set<String> kinds = new TreeSet<>();
        Map<UUID, JsonNode> compared = new LinkedHashMap<>();
        for (UUID id : ids) {
            kinds.add(analyses.require(id).requireCompleted().kind());
        }
        if (kinds.size() > 1 && !FUTURES.containsAll(kinds)) {
            throw ProblemException.unprocessable(
                    "ids", "must be analyses of one kind, these are " + String.join(", ", kinds));
        }
        ids.forEach(id -> compared.put(id, json.valueToTree(results.require(id))));
        return Comparison.of(compared, catalogue);
    }
}
