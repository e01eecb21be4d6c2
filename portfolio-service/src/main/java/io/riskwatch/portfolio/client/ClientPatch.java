package io.riskwatch.portfolio.client;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.Validator;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Merges a patch (RFC 7396) into what is said of a client; the outcome is held to the rules of a whole request. */
@Component
class ClientPatch {

    private final JsonMapper json;
    private final Validator validator;

    ClientPatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ClientRequest of(Client before, ObjectNode changes) {
        ObjectNode merged = json.valueToTree(ClientRequest.of(before));
        changes.properties().forEach(change -> merged.set(change.getKey(), change.getValue()));
        ClientRequest request;
        try {
            request = json.treeToValue(merged, ClientRequest.class);
        } catch (DatabindException e) {
            var path = e.getPath();
            throw ProblemException.badRequest(
                    path.isEmpty() ? "body" : String.valueOf(path.getFirst().getPropertyName()),
                    "cannot be read: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (JacksonException e) {
            throw ProblemException.badRequest("body", "cannot be read");
        }
        var errors = validator.validate(request).stream()
                .map(wrong -> new FieldError(wrong.getPropertyPath().toString(), wrong.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.badRequest(errors);
        }
        return request;
    }
}
