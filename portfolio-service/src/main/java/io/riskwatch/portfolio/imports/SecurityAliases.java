package io.riskwatch.portfolio.imports;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which symbol an ISIN has: learnt from the organisation's own files that name both, else from a short list of widely held
 * securities. An ISIN nobody knows stays its own symbol.
 */
@Repository
class SecurityAliases {

    private static final int MOST = 100_000;
    private static final Map<String, String> WIDELY_HELD = widelyHeld();

    private final JdbcClient jdbc;

    SecurityAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list that comes with Riskwatch, by ISIN. */
    static Map<String, String> widelyHeld() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SecurityAliases.class.getResourceAsStream("widely-held.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known now. */
    @Transactional(readOnly = true)
    public Function<String, Optional<String>> known() {
        var learnt = new HashMap<String, String>();
        jdbc.sql("select isin, symbol from security_alias where organisation_id = ? order by isin limit ?")
                .params(organisation(), MOST)
                .query((RowCallbackHandler) row -> learnt.put(row.getString("isin"), row.getString("symbol")));
        return isin -> Optional.ofNullable(learnt.getOrDefault(isin, WIDELY_HELD.get(isin)));
    }

    /** Learns from the booked rows of an import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void learn(UUID importId) {
        jdbc.sql("insert into security_alias (organisation_id, isin, symbol)"
                        + " select distinct on (isin) organisation_id, isin, symbol from import_row"
                        + " where organisation_id = ? and import_id = ? and status = 'NEW' and isin is not null"
                        + " and symbol <> isin order by isin, position desc on conflict do nothing")
                .params(organisation(), importId)
                .update();
    }
}
