package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.mapping.Mapping;
import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over HTTP: upload and preview, look at the rows, commit, undo. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/imports")
class ImportController {

    private static final Set<RowStatus> ALL = Collections.unmodifiableSet(EnumSet.allOf(RowStatus.class));
    private static final int FIRST_ROWS = 200;
    private static final int MOST_ROWS = 1_000;

    private final Portfolios portfolios;
    private final ImportService service;
    private final Imports imports;
    private final ImportAccounts accounts;

    ImportController(Portfolios portfolios, ImportService service, Imports imports, ImportAccounts accounts) {
        this.portfolios = portfolios;
        this.service = service;
        this.imports = imports;
        this.accounts = accounts;
    }

    @Operation(summary = "Read a statement and preview what it would book", description = """
                    CSV in UTF-8 (or Ghostfolio's JSON), at most 25 MB and 200,000 rows (else 413). The broker is recognised
                    by the header, see docs/imports.md; Riskwatch's own are
                    date,type,symbol,quantity,price,currency,fee,amount,note and symbol,quantity[,price,currency].
                    Rows may name their accounts (account, toAccount); newAccounts tells those that commit makes.
                    A header nobody knows is refused with 422 telling headerLine, columns, samples and guesses; post the file
                    again with a part mapping (application/json) that says what the columns mean. A file that is not text, has a wrong header or a malformed row (a bad number, date or type, fields
                    that contradict each other) is refused with 422 naming line and column, and nothing is stored.
                    With malformed=PREVIEW such rows are shown as ERROR rows instead. Rows that can be read but do not
                    fit the ledger, like selling more than is held, are always ERROR rows of the preview.""")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> upload(
            @PathVariable("id") UUID portfolioId,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "What becomes of a file with rows that cannot be read")
                    @RequestParam(defaultValue = "REFUSE")
                    Malformed malformed,
            @Parameter(description = "Read the file as this format and no other")
                    @RequestParam(required = false)
                    @Nullable
                    StatementFormat format,
            @Parameter(
                            description =
                                    "The account that rows go into which name none; when absent the portfolio's standard account")
                    @RequestParam(required = false)
                    @Nullable
                    UUID accountId,
            @RequestPart(name = "mapping", required = false) @Nullable Mapping mapping) {
        var preview = service.preview(portfolioId, new Upload(file, malformed, format, accountId, mapping));
        return ResponseEntity.created(
                        URI.create("/api/v1/portfolios/%s/imports/%s".formatted(portfolioId, preview.id())))
                .body(view(preview));
    }

    @Operation(summary = "The imports of the portfolio, the newest first, so that one can be undone later")
    @GetMapping
    Page<ImportSummary> list(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        portfolios.require(portfolioId);
        var before = Cursor.parse(cursor, 1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                imports.list(portfolioId, before, limit + 1),
                limit,
                Function.identity(),
                summary -> Cursor.of(summary.importId()));
    }

    @GetMapping("/{importId}")
    ImportView get(@PathVariable("id") UUID portfolioId, @PathVariable UUID importId) {
        portfolios.require(portfolioId);
        return view(imports.require(portfolioId, importId));
    }

    @GetMapping("/{importId}/rows")
    Page<ImportView.RowView> rows(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID importId,
            @RequestParam(required = false) @Nullable RowStatus status,
            @RequestParam(defaultValue = "" + FIRST_ROWS) @Min(1) @Max(MOST_ROWS) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        portfolios.require(portfolioId);
        imports.require(portfolioId, importId);
        var after =
                Cursor.parse(cursor, 1, key -> Integer.valueOf(key.getFirst())).orElse(0);
        return page(importId, after, status == null ? ALL : Set.of(status), limit);
    }

    @Operation(summary = "Book the NEW rows, in one transaction", description = """
                    An import with ERROR rows is refused with 422 naming line and column of the first ones, unless
                    skipErrors is true: then the NEW rows are booked and the others left out. Committing twice books once.
                    Answers when the rows are readable.""")
    @PostMapping("/{importId}/commit")
    ImportView commit(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "false") boolean skipErrors) {
        return view(service.commit(portfolioId, importId, skipErrors));
    }

    @Operation(summary = "Undo exactly this import", description = """
                    A committed import's rows leave the ledger, a preview is forgotten. Refused with 409 when what is booked
                    later needs these rows. The import stays readable as UNDONE.""")
    @DeleteMapping("/{importId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable("id") UUID portfolioId, @PathVariable UUID importId) {
        service.undo(portfolioId, importId);
    }

    private ImportView view(StatementImport shown) {
        return ImportView.of(
                shown, imports.counts(shown.id()), accounts.names(shown.id()), page(shown.id(), 0, ALL, FIRST_ROWS));
    }

    private Page<ImportView.RowView> page(UUID importId, int after, Set<RowStatus> statuses, int limit) {
        return Page.of(
                imports.rows(importId, after, statuses, limit + 1),
                limit,
                ImportView.RowView::of,
                row -> Cursor.of(row.position()));
    }
}
