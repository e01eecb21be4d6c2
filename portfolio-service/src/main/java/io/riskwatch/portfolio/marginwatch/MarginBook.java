package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All margin accounts in memory, each judged again when a price it depends on moves, by the cheap {@link Screen} first and by the
 * exact rule where that does not know: the state found is always the exact rule's. One pass judges an account once, however many of
 * its prices moved. Not safe for several threads: it belongs to the one that runs the passes.
 */
final class MarginBook {

    private static final Logger log = LoggerFactory.getLogger(MarginBook.class);

    private final PriceColumns prices = new PriceColumns();
    private final RateColumns rates = new RateColumns();
    private final Screen screen = new Screen(prices, rates);
    private final ExactRule rule = new ExactRule(prices, rates);
    private final LevelMoves moves = new LevelMoves(rule);
    private final Holders holders = new Holders();
    private final Map<UUID, WatchedAccount> accounts = new HashMap<>();
    private final Function<String, Optional<Tick>> latest;
    private final Predicate<String> stale;
    private List<WatchedAccount> touched = new ArrayList<>();
    private Instant newest = Instant.EPOCH;
    private long judged;
    private long asked;

    /**
     * An empty book.
     *
     * @param latest the last known price of a symbol
     * @param stale whether a symbol has no price, or one that is older than it may be
     */
    MarginBook(Function<String, Optional<Tick>> latest, Predicate<String> stale) {
        this.latest = latest;
        this.stale = stale;
    }

    int size() {
        return accounts.size();
    }

    /** How often an account was judged. */
    long judged() {
        return judged;
    }

    /** How often the exact rule was asked for it. */
    long asked() {
        return asked;
    }

    Optional<WatchedAccount> find(UUID portfolioId) {
        return Optional.ofNullable(accounts.get(portfolioId));
    }

    /**
     * Takes an account in, or what it consists of now.
     *
     * @param stored the state that is kept of it
     * @return whether a transaction of today made it what it is now, and what that did to its level at the prices known here
     */
    Optional<LevelMove> put(AccountContent content, StoredState stored, Instant now) {
        WatchedAccount account = new WatchedAccount(content, prices, rates);
        for (int symbol : account.symbols) {
            price(symbol);
        }
        account.connect(prices);
        for (int other : account.others) {
            price(other);
        }
        account.connect(prices); // a price may have said in which currency it is
        WatchedAccount former = accounts.put(content.portfolioId(), account);
        account.state = stored.state();
        account.version = stored.version();
        if (former != null) {
            forget(former);
            account.pending = former.pending;
            if (former.version > stored.version()) {
                account.state = former.state;
                account.version = former.version;
            }
        }
        link(account);
        touch(account, -1);
        return former == null ? Optional.empty() : moves.between(former, account, now);
    }

    /** The price of a symbol that may be new here. */
    private void price(int symbol) {
        if (!prices.isPriced(symbol)) {
            latest.apply(prices.symbol(symbol)).ifPresent(tick -> take(symbol, tick));
        }
    }

    void remove(UUID portfolioId) {
        WatchedAccount former = accounts.remove(portfolioId);
        if (former != null) {
            forget(former);
        }
    }

    private void forget(WatchedAccount account) {
        for (int symbol : account.symbols) {
            holders.remove(symbol, account);
        }
        for (int other : account.others) {
            holders.remove(other, account);
        }
        account.gone = true;
    }

    private void link(WatchedAccount account) {
        for (int symbol : account.symbols) {
            holders.add(symbol, account);
        }
        for (int other : account.others) {
            holders.add(other, account);
        }
    }

    /** Takes prices and marks whom they concern. */
    void put(Collection<Tick> ticks) {
        for (Tick tick : ticks) {
            if (tick.asOf().isAfter(newest)) {
                newest = tick.asOf();
            }
            Integer symbol = prices.find(tick.symbol());
            if (symbol != null) {
                take(symbol, tick);
                holders.forEach(symbol, account -> touch(account, symbol));
            }
        }
    }

    private void take(int symbol, Tick tick) {
        boolean inAnotherCurrency = prices.put(symbol, tick);
        prices.setStale(symbol, stale.test(tick.symbol()));
        if (inAnotherCurrency) {
            List<WatchedAccount> concerned = new ArrayList<>();
            holders.forEach(symbol, concerned::add);
            concerned.forEach(this::connectAnew);
        }
    }

    private void connectAnew(WatchedAccount account) {
        for (int other : account.others) {
            holders.remove(other, account);
        }
        account.connect(prices);
        for (int other : account.others) {
            price(other);
            holders.add(other, account);
        }
    }

    /** Looks which prices have become too old, and marks whom that concerns. */
    void age() {
        for (int symbol = 0; symbol < prices.size(); symbol++) {
            if (prices.setStale(symbol, stale.test(prices.symbol(symbol)))) {
                holders.forEach(symbol, account -> touch(account, -1));
            }
        }
    }

    private void touch(WatchedAccount account, int symbol) {
        if (symbol >= 0) {
            account.touchedBy = symbol;
        }
        if (!account.touched) {
            account.touched = true;
            touched.add(account);
        }
    }

    /**
     * Judges everybody who was marked since the last pass.
     *
     * @param now no price counts as newer
     * @param judged told each account that was judged, whatever was found
     * @return those that are not in the state that is kept; they are judged again when it is {@link #settle settled} what is kept now
     */
    List<Transition> evaluate(Instant now, Consumer<WatchedAccount> judged) {
        List<Transition> found = new ArrayList<>();
        List<WatchedAccount> these = touched;
        touched = new ArrayList<>();
        Instant asOf = newest.isAfter(now) ? now : newest;
        for (WatchedAccount account : these) {
            account.touched = false;
            if (!account.gone) {
                judged.accept(account);
                judge(account, asOf, found);
            }
        }
        return found;
    }

    private void judge(WatchedAccount account, Instant asOf, List<Transition> found) {
        if (account.pending) {
            return;
        }
        judged++;
        try {
            if (!isBeingSetUp(account) && !stays(account)) {
                judgeExactly(account, asOf, found);
            }
        } catch (RuntimeException e) { // an account that cannot be judged is not to keep the others from it
            log.error("event=margin-account-not-judged portfolio={}", account.portfolioId, e);
        }
        account.touchedBy = -1;
    }

    /**
     * A loan without anything held for it is a call by the formula, and whoever asks is told so; but where nothing was ever held,
     * somebody has only begun to write an account down: nothing came about that anybody is to hear of.
     */
    private static boolean isBeingSetUp(WatchedAccount account) {
        return !account.past.held() && account.state == MarginState.OK;
    }

    private void judgeExactly(WatchedAccount account, Instant asOf, List<Transition> found) {
        asked++;
        MarginStatus status = status(account);
        if (status.state() != account.state) {
            account.pending = true;
            Tick cause = account.touchedBy < 0 ? null : prices.tick(account.touchedBy);
            found.add(new Transition(account, account.state, account.version, status, cause, asOf));
        }
    }

    private boolean stays(WatchedAccount account) {
        return isStale(account) ? account.state == MarginState.STALE : screen.certainlyStays(account);
    }

    private boolean isStale(WatchedAccount account) {
        for (int symbol : account.symbols) {
            if (prices.isStale(symbol, account.currency)) {
                return true;
            }
        }
        for (int currency : account.cashCurrencies) {
            if (!prices.isRateKnown(currency, account.currency)) {
                return true;
            }
        }
        return false;
    }

    /** The exact figures of an account at the book's prices. */
    MarginStatus status(WatchedAccount account) {
        return rule.status(account);
    }

    /** What is kept of the account now; it is judged again, for prices went on. */
    void settle(UUID portfolioId, StoredState stored) {
        WatchedAccount account = accounts.get(portfolioId);
        if (account != null) {
            account.pending = false;
            account.state = stored.state();
            account.version = stored.version();
            touch(account, -1);
        }
    }

    /** Nothing could be kept of the change that was found: it is judged again. */
    void giveUp(UUID portfolioId) {
        WatchedAccount account = accounts.get(portfolioId);
        if (account != null) {
            account.pending = false;
            touch(account, -1);
        }
    }
}
