package io.riskwatch.portfolio.imports;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.problem.Problems;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Names the limit to whom uploads too much; the servlet container has refused it by its length, before keeping any of it. */
@RestControllerAdvice
@Order(0)
class UploadTooLarge {

    private final Problems problems;
    private final long megabytes;

    UploadTooLarge(Problems problems, MultipartProperties multipart) {
        this.problems = problems;
        this.megabytes = multipart.getMaxFileSize().toMegabytes();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        var refused = ProblemException.payloadTooLarge(
                megabytes + " MB", "A file has at most %d MB; split it into several.".formatted(megabytes));
        return ResponseEntity.status(refused.status()).body(problems.of(refused));
    }
}
