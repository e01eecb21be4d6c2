package io.riskwatch.service.idempotency;

import io.riskwatch.service.problem.DatabaseAway;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated creating POST with the first one's answer. The key counts per caller; the same key with another
 * body is a 422, the same key while the first is still at work a 409. Answers of 5xx are forgotten, so that a retry
 * tries. Uploads (multipart) are left alone: importing the same file twice adds nothing by itself.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final IdempotencyStore store;
    private final Problems problems;
    private final JsonMapper json;

    IdempotencyFilter(IdempotencyStore store, Problems problems, JsonMapper json) {
        this.store = store;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(response, HttpStatus.BAD_REQUEST, "must have 1 to " + LONGEST_KEY + " characters");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "goes with bodies of at most 6 MB");
            return;
        }
        String caller = request.getUserPrincipal().getName();
        String hash = hash(request, body);
        boolean taken;
        Optional<IdempotencyStore.Answer> before;
        try {
            taken = store.begin(caller, key, hash);
            before = taken ? Optional.empty() : store.find(caller, key);
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn("event=database-away reason=\"{}\"", e.getMessage());
            refuse(response, DatabaseAway.problem());
            return;
        }
        if (taken) {
            first(request, response, chain, body, caller, key, hash);
        } else {
            repeated(response, before, hash);
        }
    }

    private void first(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            byte[] body,
            String caller,
            String key,
            String hash)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean worthKeeping = false;
        try {
            chain.doFilter(new ReadAgain(request, body), kept);
            worthKeeping = kept.getStatus() < 500 && !NotKept.isMarked(request);
        } finally {
            settle(caller, key, worthKeeping ? Optional.of(answer(hash, kept)) : Optional.empty());
            kept.copyBodyToResponse();
        }
    }

    /**
     * Keeps the answer, or gives the key back. When the database is away by now, the caller has its answer all the same; the key is
     * free again when its lock is over.
     */
    private void settle(String caller, String key, Optional<IdempotencyStore.Answer> answer) {
        try {
            if (answer.isPresent()) {
                store.finish(caller, key, answer.get());
            } else {
                store.abandon(caller, key);
            }
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn("event=idempotent-answer-not-kept reason=\"{}\"", e.getMessage());
        }
    }

    private static IdempotencyStore.Answer answer(String hash, ContentCachingResponseWrapper response) {
        return new IdempotencyStore.Answer(
                hash,
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private void repeated(HttpServletResponse response, Optional<IdempotencyStore.Answer> kept, String hash)
            throws IOException {
        if (kept.isEmpty() || kept.get().status() == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(response, HttpStatus.CONFLICT, "belongs to a request that is still being worked on");
            return;
        }
        IdempotencyStore.Answer answer = kept.get();
        if (!answer.requestHash().equals(hash)) {
            refuse(response, HttpStatus.UNPROCESSABLE_CONTENT, "was used for another request");
            return;
        }
        Integer status = answer.status();
        response.setStatus(status == null ? HttpStatus.OK.value() : status);
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        String body = answer.body();
        if (body != null) {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        ProblemDetail body = problems.of(
                status,
                "idempotency-key",
                "Idempotency-Key refused",
                "The key " + message + ".",
                List.of(new FieldError(HEADER, message)));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private void refuse(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.status().value());
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problems.of(problem)));
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(
                    (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** The request with its body put back. */
    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body has been read already");
                }
            };
        }
    }
}
