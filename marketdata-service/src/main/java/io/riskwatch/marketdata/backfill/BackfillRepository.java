package io.riskwatch.marketdata.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The current organisation's requests; everybody else's are invisible (row-level security). */
@Repository
class BackfillRepository {
    private final JdbcClient jdbc;

    BackfillRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID organisation, Backfill backfill) {
        jdbc.sql("""
            insert into backfill (id, organisation_id, symbols, first_day, last_day, created_at)
            values (?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        backfill.id(),
                        organisation,
                        backfill.symbols().toArray(String[]::new),
                        backfill.wanted().from(),
                        backfill.wanted().to(),
                        backfill.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Backfill> find(UUID id) {
        return jdbc.sql("select * from backfill where id = ?")
                .param(id)
                .query(BackfillRepository::backfill)
                .optional();
    }

    List<Backfill> newest(int limit) {
        return jdbc.sql("select * from backfill order by created_at desc, id limit ?")
                .param(limit)
                .query(BackfillRepository::backfill)
                .list();
    }

    private static Backfill backfill(ResultSet row, int number) throws SQLException {
        return new Backfill(
                row.getObject("id", UUID.class),
                Arrays.asList((String[]) row.getArray("symbols").getArray()),
                new Span(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
