package io.riskwatch.portfolio.transaction;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's rows. Whoever writes here holds the portfolio's lock and replays before the transaction ends. */
@Repository
public class Transactions {

    private static final int FETCH_SIZE = 2_000;
    private static final String COLUMNS =
            "id, sequence, " + BookingColumns.NAMES + ", note, import_id, version, " + BookingColumns.ACCOUNTS;
    private static final String OF_PORTFOLIO =
            " from ledger_transaction where organisation_id = ? and portfolio_id = ?";

    private static final String INSERT =
            "insert into ledger_transaction (organisation_id, portfolio_id, identity, " + BookingColumns.NAMES
                    + ", note, account_id, to_account_id) values (?, ?, ?, " + BookingColumns.MARKS + ", ?, ?, ?)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final Revisions revisions;
    private final PortfolioAccounts accounts;

    Transactions(JdbcClient jdbc, JdbcTemplate template, Revisions revisions, PortfolioAccounts accounts) {
        this.accounts = accounts;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.template = template;
        var streamed = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(FETCH_SIZE);
        this.streaming = JdbcClient.create(streamed);
    }

    /** Plays the whole ledger of the portfolio; rows are streamed, so that only what is held takes memory. */
    @Transactional(readOnly = true)
    public Ledger replay(UUID portfolioId) {
        return replay(portfolioId, new Ledger(rules(portfolioId)), LocalDate.MAX);
    }

    /** What the portfolio's ledger is played by: first in, first out, and short sales where an account allows them. */
    @Transactional(readOnly = true)
    public LedgerRules rules(UUID portfolioId) {
        return new LedgerRules(
                LotMethod.FIFO, LedgerRules.ShortSales.REFUSED, Set.copyOf(accounts.shortSellers(portfolioId)));
    }

    /** Plays the portfolio's ledger up to and with a day into an empty one. */
    @Transactional(readOnly = true)
    public Ledger replay(UUID portfolioId, Ledger ledger, LocalDate until) {
        forEach(portfolioId, entry -> {
            if (!entry.booking().date().isAfter(until)) {
                ledger.play(entry);
            }
        });
        return ledger;
    }

    /** Shows every entry of the ledger, in the ledger's order. */
    @Transactional(readOnly = true)
    public void forEach(UUID portfolioId, Consumer<LedgerEntry> consumer) {
        forEach("", List.of(organisation(), portfolioId), consumer);
    }

    /**
     * Shows the entries that name one of the securities, in the ledger's order.
     *
     * @param money whether those that name none are shown too
     */
    @Transactional(readOnly = true)
    public void forEach(UUID portfolioId, Set<String> symbols, boolean money, Consumer<LedgerEntry> consumer) {
        var named = " and (symbol = any (?)" + (money ? " or symbol is null)" : ")");
        forEach(named, List.of(organisation(), portfolioId, symbols.toArray(String[]::new)), consumer);
    }

    private void forEach(String which, List<Object> params, Consumer<LedgerEntry> consumer) {
        streaming
                .sql("select sequence, id, " + BookingColumns.NAMES + ", " + BookingColumns.ACCOUNTS + OF_PORTFOLIO
                        + which + " order by trade_date, day_order, sequence")
                .params(params)
                .query((RowCallbackHandler) row -> consumer.accept(BookingColumns.entry(row)));
    }

    /** Shows every entry of several ledgers, one ledger after the other, each in its order. */
    @Transactional(readOnly = true)
    public void forEachOf(Collection<UUID> portfolioIds, BiConsumer<UUID, LedgerEntry> consumer) {
        streaming
                .sql("select portfolio_id, sequence, id, " + BookingColumns.NAMES + ", " + BookingColumns.ACCOUNTS
                        + " from ledger_transaction where organisation_id = ? and portfolio_id = any (?)"
                        + " order by portfolio_id, trade_date, day_order, sequence")
                .params(organisation(), portfolioIds.toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> consumer.accept(row.getObject("portfolio_id", UUID.class), BookingColumns.entry(row)));
    }

    /**
     * What was booked in a ledger, without playing it.
     *
     * @param securities whether a booking in a margin account names a security: something is or was held in it
     * @param newestOfDay the sequence of the row entered last of those dated on the day asked about or later; 0 without one
     * @param newestBefore of those dated before it
     */
    public record Booked(boolean securities, long newestOfDay, long newestBefore) {

        public static final Booked NOTHING = new Booked(false, 0, 0);
    }

    /** Of several portfolios, by portfolio; where nothing is booked there is none. */
    @Transactional(readOnly = true)
    public Map<UUID, Booked> booked(Collection<UUID> portfolioIds, LocalDate day) {
        var found = new HashMap<UUID, Booked>();
        jdbc.sql("""
            with lending as materialized (select id from account
                where organisation_id = :organisation and portfolio_id = any(:portfolios) and kind = 'MARGIN')
            select portfolio_id,
                bool_or(symbol is not null and (account_id in (select id from lending)
                    or to_account_id in (select id from lending))) is true as securities,
                coalesce(max(sequence) filter (where trade_date >= :day), 0) as of_day,
                coalesce(max(sequence) filter (where trade_date < :day), 0) as before
            from ledger_transaction where organisation_id = :organisation and portfolio_id = any(:portfolios)
            group by portfolio_id\
            """)
                .param("organisation", organisation())
                .param("portfolios", portfolioIds.toArray(UUID[]::new))
                .param("day", day)
                .query((RowCallbackHandler) row -> found.put(
                        row.getObject("portfolio_id", UUID.class),
                        new Booked(row.getBoolean("securities"), row.getLong("of_day"), row.getLong("before"))));
        return found;
    }

    /** Plays the bookings that name one of the securities: to their lots the others do nothing. */
    @Transactional(readOnly = true)
    public Ledger replay(UUID portfolioId, Set<String> symbols) {
        var ledger = new Ledger(rules(portfolioId));
        if (!symbols.isEmpty()) {
            forEach(portfolioId, symbols, false, ledger::play);
        }
        return ledger;
    }

    /** The entries that were entered after the one with that sequence, in the ledger's order. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> enteredAfter(UUID portfolioId, long sequence) {
        return jdbc.sql("select sequence, id, " + BookingColumns.NAMES + ", " + BookingColumns.ACCOUNTS + OF_PORTFOLIO
                        + " and sequence > ? order by trade_date, day_order, sequence")
                .params(organisation(), portfolioId, sequence)
                .query((row, number) -> BookingColumns.entry(row))
                .list();
    }

    /** Shows every entry with its note, in the ledger's order. */
    @Transactional(readOnly = true)
    public void forEachNoted(UUID portfolioId, BiConsumer<LedgerEntry, @Nullable String> consumer) {
        streaming
                .sql("select sequence, id, note, " + BookingColumns.NAMES + ", " + BookingColumns.ACCOUNTS
                        + OF_PORTFOLIO + " order by trade_date, day_order, sequence")
                .params(organisation(), portfolioId)
                .query((RowCallbackHandler) row -> consumer.accept(BookingColumns.entry(row), row.getString("note")));
    }

    /**
     * The newest first, before the given place.
     *
     * @param account only what changes it; absent: of all accounts
     */
    @Transactional(readOnly = true)
    public List<RecordedTransaction> list(UUID portfolioId, Optional<UUID> account, Optional<Place> before, int limit) {
        var place = before.orElse(new Place(LocalDate.of(9999, 12, 31), Long.MAX_VALUE));
        var params = new ArrayList<Object>(List.of(organisation(), portfolioId, place.date(), place.sequence()));
        account.ifPresent(one -> params.addAll(List.of(one, one)));
        params.add(limit);
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and (trade_date, sequence) < (?, ?)"
                        + (account.isPresent() ? " and (account_id = ? or to_account_id = ?)" : "")
                        + " order by trade_date desc, sequence desc limit ?")
                .params(params)
                .query(Transactions::transaction)
                .list();
    }

    @Transactional(readOnly = true)
    public RecordedTransaction require(UUID portfolioId, UUID id) {
        return find(portfolioId, id).orElseThrow(() -> ProblemException.notFound("transaction"));
    }

    @Transactional(readOnly = true)
    Optional<RecordedTransaction> find(UUID portfolioId, UUID id) {
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and id = ?")
                .params(organisation(), portfolioId, id)
                .query(Transactions::transaction)
                .optional();
    }

    /** The currency each symbol is booked in; what a spin-off or merger brought has that of what it came from. */
    @Transactional(readOnly = true)
    public Map<String, CurrencyUnit> currencies(UUID portfolioId) {
        var currencies = new HashMap<String, CurrencyUnit>();
        var broughtBy = new HashMap<String, String>();
        jdbc.sql("select distinct new_symbol as symbol, symbol as source" + OF_PORTFOLIO
                        + " and new_symbol is not null")
                .params(organisation(), portfolioId)
                .query((RowCallbackHandler) row -> broughtBy.put(row.getString("symbol"), row.getString("source")));
        jdbc.sql("select distinct on (symbol) symbol, currency" + OF_PORTFOLIO
                        + " and type in ('BUY', 'SELL', 'TRANSFER_IN', 'TRANSFER_OUT', 'DRIP') order by"
                        + " symbol, sequence")
                .params(organisation(), portfolioId)
                .query((RowCallbackHandler)
                        row -> currencies.put(row.getString("symbol"), CurrencyUnit.of(row.getString("currency"))));
        for (var inherited = true; inherited; ) {
            inherited = false; // a chain of mergers takes as many rounds as it has links
            for (var brought : broughtBy.entrySet()) {
                var currency = currencies.get(brought.getValue());
                inherited |= currency != null && currencies.putIfAbsent(brought.getKey(), currency) == null;
            }
        }
        return currencies;
    }

    /** What the ledger reaches over; empty when nothing is booked. */
    @Transactional(readOnly = true)
    public Optional<Span> span(UUID portfolioId) {
        var first = jdbc.sql("select trade_date" + OF_PORTFOLIO + " order by trade_date limit 1")
                .params(organisation(), portfolioId)
                .query((row, number) -> row.getObject("trade_date", LocalDate.class))
                .optional();
        return first.map(date -> new Span(date, distinct(portfolioId, "symbol"), distinct(portfolioId, "currency")));
    }

    private List<String> distinct(UUID portfolioId, String column) {
        return jdbc.sql("select distinct " + column + " as value" + OF_PORTFOLIO + " and " + column
                        + " is not null order by 1")
                .params(organisation(), portfolioId)
                .query((row, number) -> row.getString("value"))
                .list();
    }

    /** The transactions of those of the identities that the ledger already holds. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> known(UUID portfolioId, Collection<UUID> identities) {
        var known = new HashMap<UUID, UUID>();
        jdbc.sql("select identity, id" + OF_PORTFOLIO + " and identity = any (cast(? as uuid[]))")
                .params(
                        organisation(),
                        portfolioId,
                        identities.stream().map(UUID::toString).toArray(String[]::new))
                .query((RowCallbackHandler)
                        row -> known.put(row.getObject("identity", UUID.class), row.getObject("id", UUID.class)));
        return known;
    }

    /** The lots that sales have chosen, by the transactions that opened them. */
    @Transactional(readOnly = true)
    public Set<UUID> chosenLots(UUID portfolioId) {
        return jdbc.sql("select distinct split_part(choice, '=', 1)::uuid as lot from (select"
                        + " unnest(string_to_array(chosen_lots, ' ')) as choice" + OF_PORTFOLIO
                        + " and chosen_lots is not null) as choices")
                .params(organisation(), portfolioId)
                .query((row, number) -> row.getObject("lot", UUID.class))
                .set();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public RecordedTransaction insert(UUID portfolioId, BookedIn in, Booking booking, @Nullable String note) {
        return insert(portfolioId, in, booking, note, freeIdentity(portfolioId, in, booking));
    }

    /** With an identity that no other row of the portfolio has. */
    @Transactional(propagation = Propagation.MANDATORY)
    RecordedTransaction insert(UUID portfolioId, BookedIn in, Booking booking, @Nullable String note, UUID identity) {
        return jdbc.sql(INSERT + " returning " + COLUMNS)
                .params(values(portfolioId, identity, new Noted(in, booking, note)))
                .query(Transactions::transaction)
                .single();
    }

    /** Fills the ledger of a portfolio that has none yet, in one statement; all rows stand in its standard account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insertFirst(UUID portfolioId, List<Noted> rows) {
        var occurrences = new HashMap<UUID, Integer>();
        template.batchUpdate(
                INSERT,
                rows.stream()
                        .map(row -> {
                            var occurrence = occurrences.merge(RowIdentity.of(row.booking(), 0), 1, Integer::sum) - 1;
                            return values(portfolioId, RowIdentity.of(row.booking(), occurrence), row)
                                    .toArray();
                        })
                        .toList());
    }

    private static List<@Nullable Object> values(UUID portfolioId, UUID identity, Noted row) {
        var values = new ArrayList<@Nullable Object>(List.of(organisation(), portfolioId, identity));
        values.addAll(BookingColumns.values(row.booking()));
        values.add(row.note());
        values.add(row.in().account());
        values.add(row.in().toAccount());
        return values;
    }

    /** Changes what the row says and keeps what it said. Its identity stays, so that the statement it came with finds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    RecordedTransaction update(UUID portfolioId, UUID id, BookedIn in, Booking booking, @Nullable String note) {
        revisions.keep(portfolioId, id, Revisions.Change.CHANGED);
        var values = new ArrayList<>(BookingColumns.values(booking));
        values.addAll(Arrays.<@Nullable Object>asList(note, in.account(), in.toAccount()));
        values.addAll(List.of(organisation(), portfolioId, id));
        return jdbc.sql("update ledger_transaction set (" + BookingColumns.NAMES
                        + ", note, account_id, to_account_id, version, updated_at) = (" + BookingColumns.MARKS
                        + ", ?, ?, ?, version + 1, now())"
                        + " where organisation_id = ? and portfolio_id = ? and id = ? returning " + COLUMNS)
                .params(values)
                .query(Transactions::transaction)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void delete(UUID portfolioId, UUID id) {
        revisions.keep(portfolioId, id, Revisions.Change.DELETED);
        jdbc.sql("delete from ledger_transaction where organisation_id = ? and portfolio_id = ? and id = ?")
                .params(organisation(), portfolioId, id)
                .update();
    }

    private UUID freeIdentity(UUID portfolioId, BookedIn in, Booking booking) {
        var standard = in.account().equals(accounts.standard(portfolioId));
        for (var occurrence = 0; ; occurrence++) {
            var said = RowIdentity.of(booking, occurrence);
            var identity = standard ? said : RowIdentity.within(in.account(), said);
            if (known(portfolioId, List.of(identity)).isEmpty()) {
                return identity;
            }
        }
    }

    private static RecordedTransaction transaction(ResultSet row, int number) throws SQLException {
        return new RecordedTransaction(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                BookingColumns.in(row),
                BookingColumns.booking(row),
                row.getString("note"),
                row.getObject("import_id", UUID.class),
                row.getLong("version"));
    }

    /** A booking in its account, with what the user wrote beside it. */
    public record Noted(
            BookedIn in, Booking booking, @Nullable String note) {}

    /** A place in the list, by day and entry. */
    public record Place(LocalDate date, long sequence) {}

    /** The first day, and every symbol and currency that is ever named. */
    public record Span(LocalDate first, List<String> symbols, List<String> currencies) {

        public Span {
            symbols = List.copyOf(symbols);
            currencies = List.copyOf(currencies);
        }
    }
}
