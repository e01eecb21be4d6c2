package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.client.Client;
import io.riskwatch.portfolio.client.Clients;
import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.portfolio.valuation.Valuation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a portfolio stands as a margin account, by the rates that hold for its organisation. */
@Component
class MarginDistances {

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Measured NOTHING_YET = Measured.not("Nothing was ever held in this account.");

    private final Clients clients;
    private final RateBooks rates;
    private final Transactions ledgers;

    MarginDistances(Clients clients, RateBooks rates, Transactions ledgers) {
        this.ledgers = ledgers;
        this.clients = clients;
        this.rates = rates;
    }

    /** How far prices can fall before a call. */
    Measured distance(Valuation valuation) {
        if (isBeingSetUp(valuation)) {
            return NOTHING_YET;
        }
        var distance = status(valuation).distanceToCall();
        return distance == null
                ? Measured.not("One fraction does not tell how far this account is from a call.")
                : Measured.of(distance);
    }

    /** How bad its state is. */
    Measured state(Valuation valuation) {
        return isBeingSetUp(valuation)
                ? NOTHING_YET
                : Measured.of(BigDecimal.valueOf(rank(status(valuation).state())));
    }

    /** A loan with nothing held for it is a call; but before anything ever was, somebody has only begun to write it down. */
    private boolean isBeingSetUp(Valuation valuation) {
        var portfolio = valuation.held().portfolio().id();
        return valuation.positions().isEmpty()
                && !ledgers.booked(List.of(portfolio), LocalDate.EPOCH)
                        .getOrDefault(portfolio, Transactions.Booked.NOTHING)
                        .securities();
    }

    /** As {@link io.riskwatch.portfolio.alert.rule.MarginLevel#rank}; 0 of a state that says nothing of the kind. */
    static int rank(MarginState state) {
        return switch (state) {
            case WATCH -> 1;
            case WARNING -> 2;
            case CALL -> 3;
            case OK, STALE -> 0;
        };
    }

    private MarginStatus status(Valuation valuation) {
        var book = rates.today();
        var positions = new ArrayList<MarginPosition>();
        for (var valued : valuation.positions()) {
            var fx = valuation.convert(BigDecimal.ONE, valued.priceCurrency());
            if (valued.price().isPresent() && fx.isPresent()) {
                positions.add(MarginPosition.of(
                        valued.position().symbol(),
                        valued.position().quantity(),
                        valued.price().get(),
                        fx.get(),
                        book.of(valued.position().symbol())));
            }
        }
        var account = new MarginAccount(positions, loan(valuation), cash(valuation, 1));
        var decimals = valuation.held().portfolio().baseCurrency().getDecimalPlaces();
        return MarginCalculator.status(account, book.rules(Math.max(0, decimals)), null);
    }

    /** What was said of a client, else the negative cash. */
    private BigDecimal loan(Valuation valuation) {
        return clients.ofPortfolio(valuation.held().portfolio().id())
                .map(Client::loan)
                .orElseGet(() -> cash(valuation, -1));
    }

    /** The size of all balances of one sign, in the base currency. */
    private static BigDecimal cash(Valuation valuation, int sign) {
        return valuation.cash().stream()
                .map(cash -> cash.value().orElse(ZERO))
                .filter(value -> value.signum() == sign)
                .reduce(ZERO, BigDecimal::add)
                .abs();
    }
}
