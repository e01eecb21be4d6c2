package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The numbers of a result that are too many for its document, piece by piece so that no size of them fills the memory. */
@RestController
@RequestMapping("/api/v1/analyses/{id}/arrays")
@Tag(name = "Analyses")
class ArrayController {

    private final Analyses analyses;
    private final AnalysisResults results;

    ArrayController(Analyses analyses, AnalysisResults results) {
        this.analyses = analyses;
        this.results = results;
    }

    @Operation(summary = "The arrays beside the result; none for kinds whose document says all")
    @GetMapping
    ArrayView.All list(@PathVariable UUID id) {
        return new ArrayView.All(
                stored(id).stream().map(array -> ArrayView.of(id, array)).toList());
    }

    @Operation(
            summary = "An array as a .npy file",
            description = "Little-endian numbers behind a header that says type and shape; numpy.load reads it.")
    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void download(
            @PathVariable UUID id, @PathVariable String name, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        List<StoredArray> arrays = stored(id);
        StoredArray array = arrays.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("array")
                        .with("arrays", arrays.stream().map(StoredArray::name).toList()));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified("\"" + array.sha256() + "\"")) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        byte[] piece =
                results.piece(id, array, 0); // before the status is sent, so that a store that is away can be told
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(array.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".npy\"");
        response.getOutputStream().write(piece);
        for (int next = 1; next < array.pieces(); next++) {
            response.getOutputStream().write(results.piece(id, array, next));
        }
    }

    private List<StoredArray> stored(UUID id) {
        analyses.require(id).requireCompleted();
        return results.arrays(id);
    }
}
