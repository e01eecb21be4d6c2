package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.problem.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of clients' holdings: one for each symbol of a client, given when it is first asked for and kept for ever. */
@Repository
class PositionNumbers {

    private final JdbcClient jdbc;

    PositionNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a number means. */
    record Numbered(UUID clientId, String symbol) {}

    /** The numbers of the symbols; those that have none get one. */
    @Transactional
    Map<String, Long> of(UUID clientId, Collection<String> symbols) {
        var numbers = known(clientId);
        var fresh =
                symbols.stream().filter(symbol -> !numbers.containsKey(symbol)).toArray(String[]::new);
        if (fresh.length == 0) {
            return numbers;
        }
        jdbc.sql("insert into client_position (organisation_id, client_id, symbol)"
                        + " select ?, ?, symbol from unnest(?) as symbol on conflict do nothing")
                .params(organisation(), clientId, fresh)
                .update();
        return known(clientId);
    }

    private Map<String, Long> known(UUID clientId) {
        var numbers = new HashMap<String, Long>();
        jdbc.sql("select symbol, number from client_position where organisation_id = ? and client_id = ?")
                .params(organisation(), clientId)
                .query((RowCallbackHandler) row -> numbers.put(row.getString("symbol"), row.getLong("number")));
        return numbers;
    }

    /** What the number means, or a 404. */
    @Transactional(readOnly = true)
    Numbered require(long number) {
        return jdbc.sql("select client_id, symbol from client_position where organisation_id = ? and number = ?")
                .params(organisation(), number)
                .query((row, index) -> new Numbered(row.getObject("client_id", UUID.class), row.getString("symbol")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("position"));
    }
}
