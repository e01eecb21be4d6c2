package io.riskwatch.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.lettuce.core.RedisException;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/** Says what a failure on the way through the gateway means to the client. */
public final class Failures {

    private static final int DEEPEST_CAUSE = 16;

    private Failures() {}

    /** Whether the service could not be reached at all. */
    public static boolean isUnreachable(Throwable failure) {
        return find(failure, e -> e instanceof SocketException || e instanceof UnknownHostException)
                .isPresent();
    }

    /** Whether the service did not answer in time. */
    public static boolean isLate(Throwable failure) {
        return find(
                        failure,
                        e -> e instanceof TimeoutException
                                || e instanceof io.netty.handler.timeout.TimeoutException
                                || (e instanceof ResponseStatusException status
                                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)))
                .isPresent();
    }

    /** The problem to answer with, or nothing where the failure is a fault of the gateway itself. */
    static Optional<ProblemException> problemOf(Throwable failure) {
        Optional<Throwable> told = find(failure, ProblemException.class::isInstance);
        if (told.isPresent()) {
            return told.map(ProblemException.class::cast);
        }
        if (find(failure, Failures::isRedisAway).isPresent()) {
            return Optional.of(GatewayProblems.sessionsAway());
        }
        if (find(failure, Failures::isSessionEnded).isPresent()) {
            return Optional.of(GatewayProblems.unauthenticated("Your session is over. Sign in again."));
        }
        if (isLate(failure)) {
            return Optional.of(GatewayProblems.late());
        }
        if (find(failure, Failures::isAway).isPresent()) {
            return Optional.of(GatewayProblems.away());
        }
        if (failure instanceof ResponseStatusException status) {
            return Optional.ofNullable(HttpStatus.resolve(status.getStatusCode().value()))
                    .filter(HttpStatusCode::is4xxClientError)
                    .map(GatewayProblems::of);
        }
        return Optional.empty();
    }

    /** The driver's own exceptions come through untranslated where a command is late. */
    private static boolean isRedisAway(Throwable e) {
        return e instanceof DataAccessException || e instanceof RedisException;
    }

    /** Signed out from elsewhere while this request was under way; Spring Session says so by this message alone. */
    private static boolean isSessionEnded(Throwable e) {
        return e instanceof IllegalStateException && "Session was invalidated".equals(e.getMessage());
    }

    private static boolean isAway(Throwable e) {
        return e instanceof IOException
                || e instanceof CallNotPermittedException
                || e instanceof WebClientRequestException
                || e instanceof OAuth2AuthorizationException
                || (e instanceof WebClientResponseException answer
                        && answer.getStatusCode().is5xxServerError());
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
