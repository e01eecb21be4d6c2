package io.riskwatch.portfolio.imports;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.transaction.BookingColumns;
import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The imports of the current organisation and their rows. */
@Repository
class Imports {

    /** A preview nobody committed in that time is forgotten. */
    static final Duration PREVIEW_LIFE = Duration.ofDays(1);

    private static final String OF_IMPORT = " where organisation_id = ? and import_id = ?";

    /** Said beforehand, so that an empty column costs no question to the database. */
    private static final int[] COLUMN_TYPES = IntStream.concat(
                    IntStream.of(
                            Types.OTHER,
                            Types.OTHER,
                            Types.INTEGER,
                            Types.INTEGER,
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.OTHER,
                            Types.VARCHAR,
                            Types.OTHER,
                            Types.OTHER,
                            Types.OTHER),
                    BookingColumns.TYPES.stream().mapToInt(Integer::intValue))
            .toArray();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Imports(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    StatementImport create(UUID portfolioId, StatementFormat format) {
        return jdbc.sql("insert into portfolio_import (organisation_id, portfolio_id, format, state) values (?, ?, ?,"
                        + " 'PREVIEW') returning id, portfolio_id, format, state")
                .params(organisation(), portfolioId, format.name())
                .query(Imports::statementImport)
                .single();
    }

    @Transactional(readOnly = true)
    StatementImport require(UUID portfolioId, UUID id) {
        return jdbc.sql("select id, portfolio_id, format, state from portfolio_import"
                        + " where organisation_id = ? and portfolio_id = ? and id = ?")
                .params(organisation(), portfolioId, id)
                .query(Imports::statementImport)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("import"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void append(UUID importId, List<ImportRow> rows) {
        template.batchUpdate(
                "insert into import_row (organisation_id, import_id, position, line, status, reason, column_name,"
                        + " note, identity, isin, transaction_id, " + BookingColumns.ACCOUNTS + ", "
                        + BookingColumns.NAMES + ") values (?" + ", ?".repeat(COLUMN_TYPES.length - 1) + ")",
                rows.stream().map(row -> values(importId, row)).toList(),
                COLUMN_TYPES);
    }

    private static Object[] values(UUID importId, ImportRow row) {
        var values = new ArrayList<@Nullable Object>();
        values.add(organisation());
        values.add(importId);
        values.add(row.position());
        values.add((int) row.line());
        values.add(row.status().name());
        values.add(row.reason());
        values.add(row.column());
        values.add(row.note());
        values.add(row.identity());
        values.add(row.isin());
        values.add(row.transactionId());
        values.add(row.in() == null ? null : row.in().account());
        values.add(row.in() == null ? null : row.in().toAccount());
        if (row.booking() == null) {
            values.addAll(Collections.nCopies(COLUMN_TYPES.length - values.size(), null));
        } else {
            values.addAll(BookingColumns.values(row.booking()));
        }
        return values.toArray();
    }

    @Transactional(readOnly = true)
    Map<RowStatus, Integer> counts(UUID importId) {
        var counts = new EnumMap<RowStatus, Integer>(RowStatus.class);
        for (var status : RowStatus.values()) {
            counts.put(status, 0);
        }
        jdbc.sql("select status, count(*) as rows from import_row" + OF_IMPORT + " group by status")
                .params(organisation(), importId)
                .query((RowCallbackHandler)
                        row -> counts.put(RowStatus.valueOf(row.getString("status")), row.getInt("rows")));
        return counts;
    }

    /** Rows of the given statuses in the file's order, after the given place. */
    @Transactional(readOnly = true)
    List<ImportRow> rows(UUID importId, int afterPosition, Set<RowStatus> shown, int limit) {
        var statuses = shown.stream().map(Enum::name).collect(Collectors.joining(","));
        return jdbc.sql("select position, line, status, reason, column_name, note, identity, isin, transaction_id, "
                        + BookingColumns.ACCOUNTS + ", " + BookingColumns.NAMES
                        + " from import_row" + OF_IMPORT
                        + " and position > ? and status = any (string_to_array(?, ',')) order by position limit ?")
                .params(organisation(), importId, afterPosition, statuses, limit)
                .query(Imports::row)
                .list();
    }

    /** Marks rows that do not fit the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    void markErrors(UUID importId, Map<Integer, LedgerCheck.Misfit> misfits) {
        template.batchUpdate(
                "update import_row set status = 'ERROR', reason = ?, column_name = ?" + OF_IMPORT + " and position = ?",
                misfits.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue().reason(),
                            entry.getValue().column(),
                            organisation(),
                            importId,
                            entry.getKey()
                        })
                        .toList());
    }

    /** Puts the NEW rows into the ledger, the oldest first; those the ledger got meanwhile become DUPLICATE. */
    @Transactional(propagation = Propagation.MANDATORY)
    void book(StatementImport batch) {
        jdbc.sql("update import_row r set status = 'DUPLICATE', reason = 'the ledger has this row already' where"
                        + " r.organisation_id = ? and r.import_id = ? and r.status = 'NEW' and exists (select 1 from"
                        + " ledger_transaction t where t.organisation_id = r.organisation_id and t.portfolio_id = ? and t.identity"
                        + " = r.identity)")
                .params(organisation(), batch.id(), batch.portfolioId())
                .update();
        jdbc.sql("insert into ledger_transaction (id, organisation_id, portfolio_id, import_id, identity, note, "
                        + BookingColumns.ACCOUNTS + ", " + BookingColumns.NAMES
                        + ") select coalesce(transaction_id, uuidv7()), organisation_id, ?, import_id, identity, note, "
                        + BookingColumns.ACCOUNTS + ", "
                        + BookingColumns.NAMES + " from import_row" + OF_IMPORT
                        + " and status = 'NEW' order by position * ?")
                .params(batch.portfolioId(), organisation(), batch.id(), newestFirst(batch) ? -1 : 1)
                .update();
        jdbc.sql("update portfolio_import set state = 'COMMITTED', committed_at = now() where organisation_id ="
                        + " ? and id = ?")
                .params(organisation(), batch.id())
                .update();
    }

    /** Whether an account that the rows to be booked go into is there no more. */
    @Transactional(readOnly = true)
    boolean lostAccount(StatementImport batch) {
        return jdbc.sql("select exists (select 1 from import_row r where r.organisation_id = ? and r.import_id = ?"
                        + " and r.status = 'NEW' and exists (select 1 from unnest(array[r.account_id, r.to_account_id]) as"
                        + " named where named is not null and not exists (select 1 from account a where a.organisation_id ="
                        + " r.organisation_id and a.portfolio_id = ? and a.id = named)))")
                .params(organisation(), batch.id(), batch.portfolioId())
                .query(Boolean.class)
                .single();
    }

    /** Whether the statement was written from the newest day down, so that its last line happened first. */
    private boolean newestFirst(StatementImport batch) {
        return jdbc.sql("select coalesce((array_agg(trade_date order by position))[1] > (array_agg(trade_date order by"
                        + " position desc))[1], false) from import_row" + OF_IMPORT + " and status = 'NEW'")
                .params(organisation(), batch.id())
                .query(Boolean.class)
                .single();
    }

    /** The newest first, before the given place; what is only previewed is not an import yet. */
    @Transactional(readOnly = true)
    List<ImportSummary> list(UUID portfolioId, Optional<UUID> before, int limit) {
        return jdbc.sql("select id, format, state, committed_at, undone_at, (select count(*) from import_row r where"
                        + " r.organisation_id = i.organisation_id and r.import_id = i.id and r.status = 'NEW') as booked from"
                        + " portfolio_import i where organisation_id = ? and portfolio_id = ? and state <> 'PREVIEW' and id < ?"
                        + " order by id desc limit ?")
                .params(organisation(), portfolioId, before.orElse(new UUID(-1, -1)), limit)
                .query(Imports::summary)
                .list();
    }

    private static ImportSummary summary(ResultSet row, int number) throws SQLException {
        var undone = row.getTimestamp("undone_at");
        return new ImportSummary(
                row.getObject("id", UUID.class),
                StatementFormat.valueOf(row.getString("format")),
                StatementFormat.valueOf(row.getString("format")).title(),
                ImportState.valueOf(row.getString("state")),
                row.getInt("booked"),
                row.getTimestamp("committed_at").toInstant(),
                undone == null ? null : undone.toInstant());
    }

    /** Takes exactly the rows of this import out of the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    void unbook(StatementImport batch) {
        jdbc.sql("delete from ledger_transaction" + OF_IMPORT)
                .params(organisation(), batch.id())
                .update();
        jdbc.sql("update portfolio_import set state = 'UNDONE', undone_at = now() where organisation_id = ? and id = ?")
                .params(organisation(), batch.id())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(StatementImport preview) {
        jdbc.sql("delete from portfolio_import where organisation_id = ? and id = ?")
                .params(organisation(), preview.id())
                .update();
    }

    private static StatementImport statementImport(ResultSet row, int number) throws SQLException {
        return new StatementImport(
                row.getObject("id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                StatementFormat.valueOf(row.getString("format")),
                ImportState.valueOf(row.getString("state")));
    }

    private static ImportRow row(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                row.getInt("position"),
                row.getLong("line"),
                RowStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("column_name"),
                row.getObject("account_id") == null ? null : BookingColumns.in(row),
                row.getString("type") == null ? null : BookingColumns.booking(row),
                row.getString("note"),
                row.getObject("identity", UUID.class),
                row.getString("isin"),
                null,
                row.getObject("transaction_id", UUID.class));
    }
}
