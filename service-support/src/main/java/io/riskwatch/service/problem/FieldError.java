package io.riskwatch.service.problem;

/**
 * One thing wrong with one field of a request.
 *
 * @param field path of the field as the client wrote it, for example {@code parameters.confidence[0]}
 * @param message what is wrong, for a person
 */
public record FieldError(String field, String message) {}
