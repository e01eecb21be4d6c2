package io.riskwatch.portfolio.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Sight;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Exports over HTTP, streamed so that no size of them fills the memory. */
@RestController
class ExportController {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final Exports exports;
    private final JsonMapper json;

    ExportController(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            Transactions transactions,
            Exports exports,
            JsonMapper json) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
        this.exports = exports;
        this.json = json;
    }

    @Operation(summary = "The portfolio's transactions as CSV, in the table that can be imported again")
    @GetMapping(path = "/api/v1/portfolios/{id}/transactions/export", produces = "text/csv")
    void transactions(@PathVariable("id") UUID portfolioId, HttpServletResponse response) throws IOException {
        portfolios.require(portfolioId);
        var names = accounts.of(portfolioId).stream().collect(Collectors.toMap(Account::id, Account::name));
        var writer = new OutputStreamWriter(download("transactions.csv", "text/csv", response), StandardCharsets.UTF_8);
        try (var csv = new TransactionsCsv(writer, transactions.chosenLots(portfolioId), names)) {
            transactions.forEachNoted(portfolioId, csv::write);
        }
        writer.flush();
    }

    @Operation(summary = "Everything of the organisation and the caller as one JSON document")
    @GetMapping(path = "/api/v1/export", produces = MediaType.APPLICATION_JSON_VALUE)
    void everything(HttpServletResponse response) throws IOException {
        var userId = requireAll();
        var out = download("riskwatch-export.json", MediaType.APPLICATION_JSON_VALUE, response);
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            for (var part : ExportPart.ALL) {
                generator.writeName(part.name());
                generator.writeStartArray();
                exports.forEach(part, userId, row -> object(generator, row));
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    /** Whoever sees only some of the organisation's portfolios takes no copy of everything. */
    private static UUID requireAll() {
        var caller = Caller.current();
        if (!Sight.current().all()) {
            throw Grants.notAllowed();
        }
        return caller.userId();
    }

    private static void object(JsonGenerator generator, Map<String, @Nullable Object> row) {
        generator.writeStartObject();
        row.forEach((name, value) -> {
            if (value != null) {
                generator.writeName(name);
                if (value instanceof Boolean bool) {
                    generator.writeBoolean(bool);
                } else {
                    generator.writeString(
                            value instanceof BigDecimal number ? number.toPlainString() : value.toString());
                }
            }
        });
        generator.writeEndObject();
    }

    @Operation(summary = "The same as an archive of CSV files, one per list")
    @GetMapping(path = "/api/v1/export/csv", produces = "application/zip")
    void everythingAsCsv(HttpServletResponse response) throws IOException {
        var userId = requireAll();
        try (var zip = new ZipOutputStream(
                download("riskwatch-export.zip", "application/zip", response), StandardCharsets.UTF_8)) {
            for (var part : ExportPart.ALL) {
                zip.putNextEntry(new ZipEntry(part.name() + ".csv"));
                table(part, userId, new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void table(ExportPart part, UUID userId, Writer writer) throws IOException {
        // the archive stays open behind the table, so that the writer is flushed and not closed
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        var first = new boolean[] {true};
        exports.forEach(part, userId, row -> {
            if (first[0]) {
                csv.writeRecord(row.keySet());
                first[0] = false;
            }
            csv.writeRecord(row.values().stream().map(ExportController::cell).toList());
        });
        csv.flush();
        writer.flush();
    }

    private static String cell(@Nullable Object value) {
        return value instanceof BigDecimal number ? CsvCells.number(number) : CsvCells.text(value);
    }

    private static OutputStream download(String name, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.getOutputStream();
    }
}
