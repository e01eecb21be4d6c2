package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.mapping.Mapping;
import io.riskwatch.service.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file with what the client says about it.
 *
 * @param malformed what becomes of it when rows cannot be read
 * @param format the only format it may be of; absent: as its content tells
 * @param accountId the account that rows go into which name none; absent: the portfolio's standard one
 * @param mapping what its columns mean; absent: as Riskwatch or the organisation knows them
 */
record Upload(
        InputStreamSource file,
        Malformed malformed,
        @Nullable StatementFormat format,
        @Nullable UUID accountId,
        @Nullable Mapping mapping) {

    /** The name to keep the mapping under, when there is one. */
    Optional<String> keptName() {
        return Optional.ofNullable(mapping).map(Mapping::name).map(String::strip);
    }

    Mapping requireMapping() {
        if (mapping == null) {
            throw ProblemException.badRequest("mapping", "must be given");
        }
        return mapping;
    }
}
