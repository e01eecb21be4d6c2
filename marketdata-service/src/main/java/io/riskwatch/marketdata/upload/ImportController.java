package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploads of price history: preview, commit, undo. */
@RestController
@RequestMapping("/api/v1/history/imports")
@EnableConfigurationProperties(UploadProperties.class)
class ImportController {
    private static final int BUFFERS_AHEAD = 16;
    private static final int LONGEST_FILE_NAME = 200;

    private final PriceImports imports;
    private final Problems problems;
    private final PriceFileReader reader;
    private final Semaphore places;
    private final Duration patience;
    private final DataSize maxFileSize;

    ImportController(PriceImports imports, UploadProperties properties, Problems problems) {
        this.problems = problems;
        this.imports = imports;
        this.reader = new PriceFileReader(properties.maxCells(), properties.maxSymbols());
        this.places = new Semaphore(properties.concurrent(), true);
        this.patience = properties.patience();
        this.maxFileSize = properties.maxFileSize();
    }

    /** Reads the whole file; answers what committing it would change, or the place of its first fault. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(
            @AuthenticationPrincipal Jwt token,
            @RequestPart("file") FilePart file,
            @RequestPart(name = "currency", required = false) @Nullable String currency) {
        String code = currency == null || currency.isBlank() ? "USD" : currency.strip();
        if (!code.matches("[A-Z]{3}")) {
            throw ProblemException.badRequest("currency", "is no currency code like USD");
        }
        UUID organisation = Organisation.of(token);
        takePlace();
        try {
            PriceFile prices = read(file);
            return Organisation.within(token, () -> imports.preview(organisation, name(file), code, prices));
        } finally {
            places.release();
        }
    }

    @GetMapping("/{importId}")
    ImportView show(@AuthenticationPrincipal Jwt token, @PathVariable UUID importId) {
        return Organisation.within(token, () -> imports.show(importId));
    }

    /** Makes the file count. */
    @PostMapping("/{importId}/commit")
    ImportView commit(@AuthenticationPrincipal Jwt token, @PathVariable UUID importId) {
        UUID organisation = Organisation.of(token);
        return Organisation.within(token, () -> imports.commit(organisation, importId));
    }

    /** Takes the file back. */
    @DeleteMapping("/{importId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@AuthenticationPrincipal Jwt token, @PathVariable UUID importId) {
        UUID organisation = Organisation.of(token);
        Organisation.within(token, () -> {
            imports.undo(organisation, importId);
            return importId;
        });
    }

    /** The multipart reader stops writing at the limit of application.yml. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException e) {
        ProblemDetail problem = problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "A price file may have " + maxFileSize.toMegabytes() + " MB at most.",
                List.of());
        problem.setProperty("limit", "file");
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
    }

    private PriceFile read(FilePart file) {
        try (InputStream content = DataBufferUtils.subscriberInputStream(file.content(), BUFFERS_AHEAD)) {
            return reader.read(content, imports.latestDay());
        } catch (PriceFileException e) {
            throw ProblemException.badRequest("file", "line " + e.line() + ", column " + e.column() + ": " + e.reason())
                    .with("line", e.line())
                    .with("column", e.column());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable(
                        Duration.ofSeconds(30), "Too many price files are being read; try again soon.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(Duration.ofSeconds(5), "The service is stopping; try again soon.");
        }
    }

    private static String name(FilePart file) {
        String name = file.filename().isBlank() ? "prices.csv" : file.filename();
        return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME);
    }
}
