package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Admission;
import io.riskwatch.portfolio.paper.order.Matcher;
import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.TradingAccount;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether market and account can carry an order when it is entered or changed, beside the other open ones. */
@Component
class OrderCheck {

    private final PaperOrders orders;
    private final PaperLedger ledger;
    private final PaperPrices prices;
    private final Admission admission;
    private final PaperSettings settings;

    OrderCheck(
            PaperOrders orders, PaperLedger ledger, PaperPrices prices, Admission admission, PaperSettings settings) {
        this.orders = orders;
        this.ledger = ledger;
        this.prices = prices;
        this.admission = admission;
        this.settings = settings;
    }

    /** Why the order cannot stand; empty when it can. Inside the transaction that holds the portfolio's lock. */
    Optional<Reason> refuse(
            Portfolio portfolio, Order order, Optional<Listings.Listing> listing, Optional<BigDecimal> price) {
        String symbol = order.symbol();
        if (listing.isEmpty()) {
            return Optional.of(Reason.of(
                    Reason.Code.UNKNOWN_SYMBOL, "symbol", "'%s' is not known; search for it.".formatted(symbol)));
        }
        if (!listing.get().tradable()) {
            return Optional.of(Reason.of(
                    Reason.Code.NOT_TRADABLE,
                    "symbol",
                    "%s is %s, which paper orders do not trade."
                            .formatted(symbol, listing.get().type())));
        }
        if (price.isEmpty() || price.get().signum() <= 0) {
            return Optional.of(Reason.of(
                    Reason.Code.NO_PRICE, "symbol", "%s has no price that an order could meet.".formatted(symbol)));
        }
        List<PaperOrder> others = orders.open(portfolio.id(), settings.mostOpenOrders() + 1).stream()
                .filter(other -> !other.id().equals(order.id()))
                .toList();
        if (others.size() >= settings.mostOpenOrders()) {
            return Optional.of(Reason.of(
                    Reason.Code.TOO_MANY_ORDERS,
                    "%d orders are open, which is as many as a portfolio may have.".formatted(others.size())));
        }
        return account(portfolio, order, listing.get(), price.get(), others);
    }

    private Optional<Reason> account(
            Portfolio portfolio, Order order, Listings.Listing listing, BigDecimal price, List<PaperOrder> others) {
        PaperAccount account = ledger.account(portfolio);
        String base = portfolio.baseCurrency().getCode();
        Optional<BigDecimal> rate = prices.rate(listing.currency().getCode(), base);
        if (rate.isEmpty() || !account.unknownRates().isEmpty()) {
            return Optional.of(Reason.of(
                    Reason.Code.NO_EXCHANGE_RATE,
                    "symbol",
                    "No exchange rate from %s to %s is known."
                            .formatted(
                                    rate.isEmpty()
                                            ? listing.currency().getCode()
                                            : account.unknownRates().getFirst(),
                                    base)));
        }
        Matcher.Rules rules =
                new Matcher.Rules(listing.lotSize(), listing.currency().getDecimalPlaces());
        return admission.refuse(
                order,
                new Admission.Market(price, rate.get(), rules),
                account.trading(settings.margin()),
                standing(others, account, base));
    }

    /** What the account's open orders lay claim to. */
    TradingAccount.Claims claims(Portfolio portfolio, PaperAccount account) {
        List<PaperOrder> open = orders.open(portfolio.id(), settings.mostOpenOrders());
        return admission.claims(
                account.trading(settings.margin()),
                standing(open, account, portfolio.baseCurrency().getCode()));
    }

    private List<Admission.Standing> standing(List<PaperOrder> open, PaperAccount account, String base) {
        return open.stream()
                .map(other -> new Admission.Standing(
                        other.order(),
                        new Admission.Market(
                                price(other, account),
                                prices.rate(other.currency().getCode(), base).orElse(BigDecimal.ZERO),
                                other.rules())))
                .toList();
    }

    /** The latest price; where there is none any more, that of the position, or what the order names itself. */
    private BigDecimal price(PaperOrder other, PaperAccount account) {
        return prices.latest(other.order().symbol())
                .map(Tick::price)
                .or(() -> account.positions().stream()
                        .filter(held -> held.symbol().equals(other.order().symbol()))
                        .map(PaperAccount.Valued::price)
                        .findFirst())
                .or(() -> Stream.of(
                                other.order().terms().limitPrice(),
                                other.order().terms().stopPrice(),
                                other.order().watch().best())
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(BigDecimal.ZERO);
    }
}
