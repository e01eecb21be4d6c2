package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marketdata.CorporateEvents;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.springframework.stereotype.Component;

/** Compares what the market knows with what the ledger has booked. */
@Component
class Proposals {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final MarketData marketData;
    private final Clock clock;

    Proposals(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            Transactions transactions,
            MarketData marketData,
            Clock clock) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
        this.marketData = marketData;
        this.clock = clock;
    }

    /**
     * The actions of what was held at the close before their ex-date that no booking tells of, the newest first.
     *
     * <p>Entitlement is what the ledger says was held, so that a split it does not know yet shows in every dividend after
     * it: splits are to be confirmed first, and a dividend is shown for the holding as it is then.
     */
    List<ProposedAction> of(UUID portfolioId) {
        portfolios.require(portfolioId);
        var span = transactions.span(portfolioId);
        var today = LocalDate.now(clock);
        if (span.isEmpty() || span.get().first().isAfter(today)) {
            return List.of();
        }
        var known = marketData.corporateEvents(span.get().symbols(), span.get().first(), today);
        var actions = actions(known.values());
        if (actions.isEmpty()) {
            return List.of();
        }
        var play = new Playing(actions, transactions.rules(portfolioId), accounts.standard(portfolioId));
        transactions.forEach(portfolioId, play::play);
        return play.unbooked();
    }

    private static List<ProposedAction> actions(Collection<CorporateEvents> known) {
        return known.stream()
                .flatMap(Proposals::actions)
                .sorted(Comparator.comparing(ProposedAction::date))
                .toList();
    }

    private static Stream<ProposedAction> actions(CorporateEvents events) {
        CurrencyUnit currency;
        try {
            currency = CurrencyUnit.of(events.currency());
        } catch (IllegalCurrencyException e) {
            return Stream.empty(); // nothing can be booked in it
        }
        return Stream.concat(
                events.splits().stream()
                        .map(split -> new ProposedAction(
                                TransactionType.SPLIT,
                                events.symbol(),
                                split.date(),
                                BigDecimal.ZERO,
                                BigDecimal.valueOf(split.newShares()),
                                BigDecimal.valueOf(split.oldShares()),
                                currency,
                                events.provider(),
                                events.simulated(),
                                ProposedAction.NOBODY,
                                false)),
                events.dividends().stream()
                        .map(dividend -> new ProposedAction(
                                TransactionType.DIVIDEND,
                                events.symbol(),
                                dividend.date(),
                                BigDecimal.ZERO,
                                dividend.amount(),
                                BigDecimal.ONE,
                                currency,
                                events.provider(),
                                events.simulated(),
                                ProposedAction.NOBODY,
                                false)));
    }

    /** A replay that looks, before each day it enters, at the holdings of the actions that come before. */
    private static final class Playing {

        private final List<ProposedAction> actions;
        private final List<ProposedAction> entitled = new ArrayList<>();
        private final Map<UUID, Bookings> bookings = new HashMap<>();
        private final Ledger ledger;
        private final UUID standardAccount;
        private int next;

        /**
         * A replay.
         *
         * @param actions the oldest first
         */
        Playing(List<ProposedAction> actions, LedgerRules rules, UUID standardAccount) {
            this.actions = actions;
            this.ledger = new Ledger(rules);
            this.standardAccount = standardAccount;
        }

        void play(LedgerEntry entry) {
            while (next < actions.size()
                    && !actions.get(next).date().isAfter(entry.booking().date())) {
                look(actions.get(next++));
            }
            bookings(entry.in().account()).add(entry.booking());
            ledger.play(entry);
        }

        private void look(ProposedAction action) {
            for (var account : ledger.accounts()) {
                var held = ledger.quantity(account, action.symbol());
                if (held.signum() > 0 || (held.signum() < 0 && action.type() == TransactionType.SPLIT)) {
                    entitled.add(action.heldBy(account, account.equals(standardAccount), held));
                }
            }
        }

        private Bookings bookings(UUID account) {
            return bookings.computeIfAbsent(account, unseen -> new Bookings());
        }

        List<ProposedAction> unbooked() {
            while (next < actions.size()) {
                look(actions.get(next++));
            }
            return entitled.stream()
                    .filter(action -> !bookings(action.account()).take(action))
                    .sorted(ProposedAction.NEWEST_FIRST)
                    .toList();
        }
    }
}
