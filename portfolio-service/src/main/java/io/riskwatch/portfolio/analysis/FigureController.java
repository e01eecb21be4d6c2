package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.analysis.figure.FigureCatalogue;
import io.riskwatch.portfolio.analysis.figure.FigureView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the figures of a result are and how they came about. */
@RestController
@RequestMapping("/api/v1/analyses/{id}/figures")
@Tag(name = "Analyses")
class FigureController {

    private final Analyses analyses;
    private final AnalysisResults results;
    private final FigureCatalogue catalogue;
    private final JsonMapper json;

    FigureController(Analyses analyses, AnalysisResults results, JsonMapper json) {
        this.analyses = analyses;
        this.results = results;
        this.catalogue = new FigureCatalogue(json, ParameterSchemas.KINDS);
        this.json = json;
    }

    @Operation(summary = "The names of the result's figures; * stands for any place of a list")
    @GetMapping
    FigureView.Names names(@PathVariable UUID id) {
        return catalogue.names(result(id));
    }

    @Operation(
            summary = "A figure with its formula, what went into it, its dates, provider and source",
            description =
                    "The name joins the members of the result with dots: performance.sharpe, valueAtRisk.0.fraction")
    @GetMapping("/{name}")
    FigureView figure(@PathVariable UUID id, @PathVariable String name) {
        return catalogue.figure(id, result(id), name);
    }

    private JsonNode result(UUID id) {
        analyses.require(id).requireCompleted();
        return json.valueToTree(results.require(id));
    }
}
