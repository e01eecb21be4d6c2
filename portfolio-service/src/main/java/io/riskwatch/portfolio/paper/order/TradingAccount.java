package io.riskwatch.portfolio.paper.order;

import io.riskwatch.portfolio.paper.order.MarginTerms.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a margin account has, and what it may still do.
 *
 * @param cash of all currencies in the account's, negative when it is a loan; proceeds of short sales are in it
 * @param holdings by symbol
 */
public record TradingAccount(BigDecimal cash, Map<String, Holding> holdings, MarginTerms terms) {

    public TradingAccount {
        holdings = Map.copyOf(holdings);
    }

    /**
     * A position.
     *
     * @param quantity negative when it is sold short
     * @param price of now, in the instrument's currency
     * @param rate what one unit of that currency is worth in the account's
     */
    public record Holding(BigDecimal quantity, BigDecimal price, BigDecimal rate) {

        BigDecimal value() {
            return quantity.multiply(price).multiply(rate);
        }
    }

    /**
     * A trade that may happen.
     *
     * @param price what it costs per unit
     * @param mark what a unit is then worth
     * @param rate what one unit of the instrument's currency is worth in the account's
     */
    public record Trade(
            Side side,
            String symbol,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal mark,
            BigDecimal fee,
            BigDecimal rate) {}

    /**
     * What the account's other open orders have laid claim to.
     *
     * @param requirement of what they would open
     * @param selling units by symbol that they would sell of what is held
     */
    public record Claims(BigDecimal requirement, Map<String, BigDecimal> selling) {

        public static final Claims NONE = new Claims(BigDecimal.ZERO, Map.of());

        public Claims {
            selling = Map.copyOf(selling);
        }
    }

    /** Cash and the value of what is held, less the value of what is owed. */
    public BigDecimal equity() {
        return cash.add(sum(holdings.values(), Holding::value));
    }

    /** What the positions would take if they were opened now. */
    public BigDecimal initialRequirement() {
        return sum(requirements().values(), Requirement::initial);
    }

    /** What holding on to the positions takes. */
    public BigDecimal maintenanceRequirement() {
        return sum(requirements().values(), Requirement::maintenance);
    }

    /** What each position takes beside the others, by symbol. */
    public Map<String, Requirement> requirements() {
        return terms.rates().of(holdings);
    }

    /** The part of the initial requirement that is due to positions which are a large part of the account. */
    BigDecimal concentration() {
        return sum(requirements().values(), each -> each.initial().subtract(each.initialAlone()));
    }

    /** Whether money or securities are borrowed. */
    public boolean owes() {
        return cash.signum() < 0
                || holdings.values().stream()
                        .anyMatch(holding -> holding.quantity().signum() < 0);
    }

    private static <T> BigDecimal sum(Collection<T> of, Function<T, BigDecimal> part) {
        return of.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Equity beyond the initial requirement and the claims; negative when there is none. */
    public BigDecimal excess(Claims claims) {
        return equity().subtract(initialRequirement()).subtract(claims.requirement());
    }

    /** The value of what may still be bought: the excess over the initial rate, whole when nothing is lent. Not negative. */
    public BigDecimal buyingPower(Claims claims, int decimals) {
        BigDecimal rate = lends() ? terms.initialRate() : BigDecimal.ONE;
        BigDecimal free = lends() ? excess(claims) : cash.subtract(claims.requirement());
        return free.max(BigDecimal.ZERO).divide(rate, decimals, RoundingMode.FLOOR);
    }

    private boolean lends() {
        return equity().compareTo(terms.minimumEquity()) >= 0;
    }

    /** How much is held, negative when it is sold short. */
    public BigDecimal quantity(String symbol) {
        Holding holding = holdings.get(symbol);
        return holding == null ? BigDecimal.ZERO : holding.quantity();
    }

    /** How many units of a trade open a position or make one larger; the others close one. */
    public BigDecimal opening(Side side, String symbol, BigDecimal quantity) {
        BigDecimal held = quantity(symbol);
        return switch (side) {
            case BUY -> quantity.subtract(held.negate().max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
            case SELL -> BigDecimal.ZERO;
            case SELL_SHORT -> quantity;
        };
    }

    /**
     * What a trade's opening part takes of the equity, in the account's currency; with what becomes due because positions are a
     * larger part of the account after it, or no longer is.
     */
    BigDecimal takes(Trade trade) {
        BigDecimal opening = opening(trade.side(), trade.symbol(), trade.quantity());
        if (opening.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal alone = takesToOpen(trade, opening);
        return lends() ? alone.add(after(trade).concentration()).subtract(concentration()) : alone;
    }

    /** The initial margin of so many units, what the trade costs beyond their worth, and the fee. */
    BigDecimal takesToOpen(Trade trade, BigDecimal opening) {
        boolean buys = trade.side().isBuy();
        Holding opened = opened(trade, opening);
        BigDecimal requirement = lends()
                ? terms.of(trade.symbol(), opened).initialAlone()
                : opened.value().abs();
        BigDecimal worse =
                buys ? trade.price().subtract(trade.mark()) : trade.mark().subtract(trade.price());
        return requirement.add(worse.max(BigDecimal.ZERO)
                .multiply(trade.quantity())
                .add(trade.fee())
                .multiply(trade.rate()));
    }

    private static Holding opened(Trade trade, BigDecimal opening) {
        return new Holding(trade.side().isBuy() ? opening : opening.negate(), trade.mark(), trade.rate());
    }

    /** Why the trade cannot be; empty when it can. What only closes a position always can. */
    public Optional<Reason> refuse(Trade trade, Claims claims) {
        BigDecimal held = quantity(trade.symbol());
        if (trade.side() == Side.SELL) {
            BigDecimal free =
                    held.max(BigDecimal.ZERO).subtract(claims.selling().getOrDefault(trade.symbol(), BigDecimal.ZERO));
            return trade.quantity().compareTo(free) <= 0
                    ? Optional.empty()
                    : Optional.of(Reason.of(
                            Reason.Code.NOT_HELD,
                            "quantity",
                            "%s %s are held and not in another order; to sell what is not held is SELL_SHORT."
                                    .formatted(plain(free.max(BigDecimal.ZERO)), trade.symbol())));
        }
        if (trade.side() == Side.SELL_SHORT && held.signum() > 0) {
            return Optional.of(Reason.of(
                    Reason.Code.HELD_LONG,
                    "side",
                    "%s %s are held: sell them before selling short.".formatted(plain(held), trade.symbol())));
        }
        if (opening(trade.side(), trade.symbol(), trade.quantity()).signum() == 0) {
            return Optional.empty();
        }
        return lends() ? refuseBeyondExcess(trade, claims) : refuseLoan(trade, claims);
    }

    private Optional<Reason> refuseBeyondExcess(Trade trade, Claims claims) {
        return beyond(
                takes(trade),
                excess(claims),
                "It takes %s of equity, and %s are free beyond the initial margin of what is held and ordered."
                        + byOwnRates(trade));
    }

    /** A sentence for who expects the rates of everybody. */
    private String byOwnRates(Trade trade) {
        BigDecimal opening = opening(trade.side(), trade.symbol(), trade.quantity());
        Holding opened = opened(trade, opening);
        Requirement required = terms.of(trade.symbol(), opened);
        BigDecimal value = opened.value().abs();
        boolean larger = after(trade).concentration().compareTo(concentration()) > 0;
        String house = !required.house() || value.signum() == 0
                ? ""
                : " By the organisation's own rates %s takes %s %%%% of its value."
                        .formatted(trade.symbol(), percent(required.initialAlone(), value));
        return larger ? house + " What is a large part of the account takes more." : house;
    }

    private static String percent(BigDecimal part, BigDecimal of) {
        return plain(part.movePointRight(2).divide(of, 2, RoundingMode.HALF_EVEN));
    }

    private Optional<Reason> refuseLoan(Trade trade, Claims claims) {
        if (trade.side() == Side.SELL_SHORT) {
            return Optional.of(Reason.of(
                    Reason.Code.MINIMUM_EQUITY,
                    "side",
                    "With less equity than %s nothing is sold short.".formatted(plain(terms.minimumEquity()))));
        }
        return beyond(
                takes(trade),
                cash.subtract(claims.requirement()),
                "It costs %s, there is cash of %s, and with less equity than " + plain(terms.minimumEquity())
                        + " nothing is lent.");
    }

    private static Optional<Reason> beyond(BigDecimal takes, BigDecimal free, String message) {
        return takes.compareTo(free) <= 0
                ? Optional.empty()
                : Optional.of(Reason.of(
                        Reason.Code.INSUFFICIENT_BUYING_POWER,
                        "quantity",
                        message.formatted(
                                cents(takes, RoundingMode.CEILING),
                                cents(free.max(BigDecimal.ZERO), RoundingMode.FLOOR))));
    }

    /** After the trade; the position is then worth what the mark says. */
    public TradingAccount after(Trade trade) {
        BigDecimal signed =
                trade.side().isBuy() ? trade.quantity() : trade.quantity().negate();
        Map<String, Holding> changed = new HashMap<>(holdings);
        BigDecimal quantity = quantity(trade.symbol()).add(signed);
        if (quantity.signum() == 0) {
            changed.remove(trade.symbol());
        } else {
            changed.put(trade.symbol(), new Holding(quantity, trade.mark(), trade.rate()));
        }
        BigDecimal paid = signed.multiply(trade.price()).add(trade.fee()).multiply(trade.rate());
        return new TradingAccount(cash.subtract(paid), changed, terms);
    }

    private static String cents(BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(2, rounding).toPlainString();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
