package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bookings of one portfolio, played from the first: positions with their lots, and cash per currency, within each account
 * and over all of them. A sale consumes lots of its own account only. Every figure is exact; a booking that does not fit is
 * refused and leaves the ledger as it was. Not safe for several threads.
 */
public final class Ledger {

    private final Map<UUID, AccountBook> accounts = new LinkedHashMap<>();
    private final Map<String, CurrencyUnit> currencies = new HashMap<>();
    private final LedgerRules rules;
    private final Consumer<RealisedGain> gains;
    private @Nullable LedgerEntry last;

    /** An empty ledger by first in, first out. */
    public Ledger() {
        this(LedgerRules.DEFAULT, gain -> {});
    }

    /** An empty ledger. */
    public Ledger(LedgerRules rules) {
        this(rules, gain -> {});
    }

    /**
     * An empty ledger.
     *
     * @param gains is told every realised gain when it happens; the ledger itself keeps only their sum
     */
    public Ledger(LedgerRules rules, Consumer<RealisedGain> gains) {
        this.rules = rules;
        this.gains = gains;
    }

    /** Plays the entries in the ledger's order, whatever order they come in, by first in, first out. */
    public static Ledger replay(Collection<LedgerEntry> entries) {
        return replay(entries, LotMethod.FIFO);
    }

    /** Plays the entries in the ledger's order, whatever order they come in. */
    public static Ledger replay(Collection<LedgerEntry> entries, LotMethod method) {
        return replay(entries, LedgerRules.DEFAULT.with(method), gain -> {});
    }

    /** Plays the entries in the ledger's order and tells each realised gain when it happens. */
    public static Ledger replay(Collection<LedgerEntry> entries, LedgerRules rules, Consumer<RealisedGain> gains) {
        var ledger = new Ledger(rules, gains);
        entries.stream().sorted(LedgerEntry.ORDER).forEach(ledger::play);
        return ledger;
    }

    /**
     * Plays the next entry.
     *
     * @throws IllegalArgumentException when an entry already played comes after this one
     * @throws Oversold when more leaves than the account holds
     * @throws BookingRefused when the booking contradicts what is held
     */
    public void play(LedgerEntry entry) {
        if (last != null && LedgerEntry.ORDER.compare(last, entry) > 0) {
            throw new IllegalArgumentException(
                    "entries are played in order: %s comes before %s".formatted(entry, last));
        }
        var account = book(entry.in().account());
        if (entry.booking().type() == TransactionType.TRANSFER) {
            account.transfer(entry, book(Objects.requireNonNull(entry.in().toAccount())));
        } else {
            account.play(entry);
        }
        last = entry;
    }

    private AccountBook book(UUID account) {
        var book = accounts.get(account);
        if (book == null) {
            book = new AccountBook(account, rules, currencies, gains);
            accounts.put(account, book);
        }
        return book;
    }

    /** The accounts in which something was booked, in the order they were first. */
    public List<UUID> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** What is held in all accounts together, by symbol; what one owns and another owes is there with nothing left over. */
    public List<Position> positions() {
        return over(accounts.values(), false);
    }

    /** What an account holds, by symbol. */
    public List<Position> positions(UUID account) {
        return over(only(account), false);
    }

    /** How many lots are open, of all securities together. */
    public int openLots() {
        return accounts.values().stream().mapToInt(AccountBook::openLots).sum();
    }

    /** What was ever held, by symbol, also what is all sold. */
    public List<Position> positionsEverHeld() {
        return over(accounts.values(), true);
    }

    /** What was ever held in an account, by symbol, also what is all sold. */
    public List<Position> positionsEverHeld(UUID account) {
        return over(only(account), true);
    }

    private Collection<AccountBook> only(UUID account) {
        var book = accounts.get(account);
        return book == null ? List.of() : List.of(book);
    }

    private List<Position> over(Collection<AccountBook> books, boolean sold) {
        var symbols = new TreeSet<String>();
        for (var book : books) {
            for (var symbol : book.symbols()) {
                if (sold || book.quantity(symbol).signum() != 0) {
                    symbols.add(symbol);
                }
            }
        }
        return symbols.stream()
                .map(symbol -> Position.together(
                        books.stream()
                                .map(book -> book.find(symbol))
                                .filter(Objects::nonNull)
                                .map(OpenPosition::snapshot)
                                .toList(),
                        lastTrade(symbol)))
                .toList();
    }

    /** The newest price any account saw, so that all value a security alike. */
    private Optional<Position.LastTrade> lastTrade(String symbol) {
        return accounts.values().stream()
                .map(book -> book.find(symbol))
                .filter(Objects::nonNull)
                .reduce((one, other) -> other.sawLaterThan(one) ? other : one)
                .flatMap(OpenPosition::lastTrade);
    }

    /** How much is held in all accounts, by symbol, without the lots: cheap enough to ask for every day of a history. */
    public List<Held> held() {
        return held(accounts.values());
    }

    /** How much an account holds, by symbol. */
    public List<Held> held(UUID account) {
        return held(only(account));
    }

    private List<Held> held(Collection<AccountBook> books) {
        if (accounts.size() == 1) {
            return books.stream()
                    .flatMap(book -> book.open().stream())
                    .map(OpenPosition::held)
                    .toList();
        }
        var held = new TreeMap<String, Held>();
        for (var book : books) {
            for (var position : book.open()) {
                var here = position.held();
                held.merge(
                        here.symbol(),
                        new Held(here.symbol(), here.currency(), here.quantity(), lastTrade(here.symbol())),
                        Held::and);
            }
        }
        return List.copyOf(held.values());
    }

    /** How much of a symbol is held in all accounts, negative when it is sold short. */
    public BigDecimal quantity(String symbol) {
        return accounts.values().stream()
                .map(book -> book.quantity(symbol))
                .reduce(BigDecimal.ZERO, (one, other) -> Decimals.normal(one.add(other)));
    }

    /** How much of a symbol an account holds, negative when it is sold short. */
    public BigDecimal quantity(UUID account, String symbol) {
        var book = accounts.get(account);
        return book == null ? BigDecimal.ZERO : book.quantity(symbol);
    }

    /** Cash of all accounts per currency, by currency code; it may be negative, which is a loan. */
    public List<BigMoney> cash() {
        return cash(accounts.values());
    }

    /** Cash of an account per currency, by currency code. */
    public List<BigMoney> cash(UUID account) {
        return cash(only(account));
    }

    private static List<BigMoney> cash(Collection<AccountBook> books) {
        var sums = new TreeMap<CurrencyUnit, BigDecimal>(Comparator.comparing(CurrencyUnit::getCode));
        for (var book : books) {
            book.cash()
                    .forEach((currency, amount) ->
                            sums.merge(currency, amount, (one, other) -> Decimals.normal(one.add(other))));
        }
        return sums.entrySet().stream()
                .map(entry -> BigMoney.of(entry.getKey(), entry.getValue()))
                .filter(money -> !money.isZero())
                .toList();
    }
}
