package io.riskwatch.portfolio.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.riskwatch.portfolio.analysis.table.ResultTable;
import io.riskwatch.portfolio.analysis.table.ResultTables;
import io.riskwatch.portfolio.export.CsvCells;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of a result for a spreadsheet. */
@RestController
@RequestMapping("/api/v1/analyses/{id}")
@Tag(name = "Analyses")
class TableController {

    private final Analyses analyses;
    private final AnalysisResults results;
    private final JsonMapper json;

    TableController(Analyses analyses, AnalysisResults results, JsonMapper json) {
        this.analyses = analyses;
        this.results = results;
        this.json = json;
    }

    /** What there is to download. */
    @Schema(name = "TableNames")
    record Names(List<String> items) {}

    @Operation(summary = "The names of the result's tables")
    @GetMapping("/tables")
    Names names(@PathVariable UUID id) {
        analyses.require(id).requireCompleted();
        return new Names(ResultTables.of(json.valueToTree(results.require(id))).names());
    }

    @Operation(
            summary = "A table of the result as CSV, safe to open in a spreadsheet; without a name every single value")
    @GetMapping(path = "/result.csv", produces = "text/csv")
    void csv(
            @PathVariable UUID id,
            @RequestParam(defaultValue = ResultTables.SUMMARY) String table,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException {
        Analysis analysis = analyses.require(id).requireCompleted();
        ResultTable found =
                ResultTables.of(json.valueToTree(results.require(id))).require(table);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified("\"" + analysis.resultHash() + "." + found.name() + "\"")) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.name() + ".csv\"");
        var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(found.columns().stream().map(CsvCells::text).toList());
        found.rows()
                .forEach(row -> csv.writeRecord(found.columns().stream()
                        .map(column -> cell(row.get(column)))
                        .toList()));
        csv.flush();
        writer.flush();
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isNumber()
                ? CsvCells.number(value.decimalValue().stripTrailingZeros())
                : CsvCells.text(value.asString(""));
    }
}
