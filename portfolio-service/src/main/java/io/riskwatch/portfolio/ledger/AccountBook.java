package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One account during a replay: its positions by symbol and its cash by currency. */
final class AccountBook {

    private final Map<String, OpenPosition> positions = new TreeMap<>();
    private final Map<CurrencyUnit, BigDecimal> cash = new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));
    private final UUID account;
    private final LedgerRules rules;
    private final Map<String, CurrencyUnit> currencies;
    private final Consumer<RealisedGain> gains;

    /**
     * An empty account.
     *
     * @param currencies what each symbol is booked in, the same in all accounts of a ledger
     */
    AccountBook(UUID account, LedgerRules rules, Map<String, CurrencyUnit> currencies, Consumer<RealisedGain> gains) {
        this.account = account;
        this.rules = rules.of(account);
        this.currencies = currencies;
        this.gains = gains;
    }

    /** Plays a booking that stays in the account. */
    void play(LedgerEntry entry) {
        var booking = entry.booking();
        if (booking.type().isCorporateAction()) {
            new CorporateAction(entry, this::positionOf, this::keep).play();
        } else if (booking.type().movesSecurity()) {
            var symbol = String.valueOf(booking.symbol());
            var position = positionOf(symbol, booking.currency());
            position.trade(entry);
            keep(symbol, position);
        }
        move(booking.cashFlow());
    }

    /** Gives money, or units with their lots, to another account; the fee is paid here. */
    void transfer(LedgerEntry entry, AccountBook to) {
        var booking = entry.booking();
        var symbol = booking.symbol();
        if (symbol != null) {
            var given = positionOf(symbol, booking.currency());
            var received = to.positionOf(symbol, booking.currency());
            given.handOver(entry, received);
            keep(symbol, given);
            to.keep(symbol, received);
        }
        var money = BigMoney.of(booking.currency(), Objects.requireNonNullElse(booking.amount(), BigDecimal.ZERO));
        move(booking.cashFlow().minus(money));
        to.move(money);
    }

    private void move(BigMoney flow) {
        if (!flow.isZero()) {
            cash.merge(
                    flow.getCurrencyUnit(),
                    Decimals.normal(flow.getAmount()),
                    (held, change) -> Decimals.normal(held.add(change)));
        }
    }

    /** The position of a symbol; a new one counts only when something is booked in it. */
    private OpenPosition positionOf(String symbol, CurrencyUnit currency) {
        var position = positions.get(symbol);
        return position == null
                ? new OpenPosition(account, symbol, currencies.getOrDefault(symbol, currency), rules, gains)
                : position;
    }

    private void keep(String symbol, OpenPosition position) {
        positions.putIfAbsent(symbol, position);
        currencies.putIfAbsent(symbol, position.currency());
    }

    @Nullable
    OpenPosition find(String symbol) {
        return positions.get(symbol);
    }

    /** Every symbol that was ever booked. */
    Iterable<String> symbols() {
        return positions.keySet();
    }

    BigDecimal quantity(String symbol) {
        var position = positions.get(symbol);
        return position == null ? BigDecimal.ZERO : position.quantity();
    }

    List<OpenPosition> open() {
        return positions.values().stream()
                .filter(position -> position.quantity().signum() != 0)
                .toList();
    }

    int openLots() {
        return positions.values().stream().mapToInt(OpenPosition::openLots).sum();
    }

    Map<CurrencyUnit, BigDecimal> cash() {
        return cash;
    }
}
