package io.riskwatch.service.problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells where a body stopped being the JSON it should be, without repeating what it held. */
final class UnreadableJson {

    private UnreadableJson() {}

    static FieldError fieldError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem && !problem.errors().isEmpty()) {
                return problem.errors().getFirst();
            }
            if (cause instanceof JacksonException jackson) {
                return new FieldError(path(jackson), reason(jackson));
            }
        }
        return new FieldError("body", "is missing or cannot be read");
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not known";
        }
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
            return refused.getMessage();
        }
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 0
                ? "cannot be read"
                : "cannot be read (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
