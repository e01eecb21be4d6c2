package io.riskwatch.portfolio.paging;

import io.riskwatch.service.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key of the last row shown, opaque to clients. */
public record Cursor(List<String> key) {

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(List.of(key).stream().map(Object::toString).toList());
    }

    /** Reads what a client sent back; what was not handed out by us is a 400. */
    public static <T> Optional<T> parse(@Nullable String encoded, int parts, Function<List<String>, T> read) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var key = List.of(text.split("\\|", -1));
            if (key.size() == parts) {
                return Optional.of(read.apply(key));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw refused();
        }
        throw refused();
    }

    private static ProblemException refused() {
        return ProblemException.badRequest("cursor", "is not a cursor of this list");
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("|", key).getBytes(StandardCharsets.UTF_8));
    }
}
