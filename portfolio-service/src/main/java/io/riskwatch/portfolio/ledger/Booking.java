package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Quantities and amounts are positive, the type tells the direction; only income and costs may
 * be negative, which is their reversal. A booking that contradicts itself cannot be built.
 *
 * @param date the trading day; of a corporate action the first day on the new basis
 * @param symbol the security, absent for bookings of money alone
 * @param quantity shares or units; of a corporate action the new units per {@code quantityPer} old ones
 * @param quantityPer only of a ratio, 1 when absent; 1 for 3 stays exact so
 * @param price per unit, in {@code currency}; of a TRANSFER_IN the cost per unit
 * @param fee what the broker took, not negative; of a DRIP what was withheld
 * @param amount the money that moved: of a BUY what was paid and of a SELL what was received, fee included; of a
 *     TRANSFER_IN the total cost; of a DRIP the dividend before {@code fee}; of everything else the amount before {@code fee}
 * @param terms what only a corporate action says
 * @param lots the units the user chose to give, only of a SELL, TRANSFER_OUT or TRANSFER; they make its quantity. Empty when the
 *     method is to choose
 */
public record Booking(
        LocalDate date,
        TransactionType type,
        @Nullable String symbol,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quantityPer,
        @Nullable BigDecimal price,
        CurrencyUnit currency,
        BigDecimal fee,
        @Nullable BigDecimal amount,
        CorporateTerms terms,
        List<LotChoice> lots) {

    /** No exchange the ledger knows is older. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public Booking(
            LocalDate date,
            TransactionType type,
            @Nullable String symbol,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal quantityPer,
            @Nullable BigDecimal price,
            CurrencyUnit currency,
            BigDecimal fee,
            @Nullable BigDecimal amount,
            CorporateTerms terms,
            List<LotChoice> lots) {
        if (date.isBefore(EARLIEST)) {
            throw new BookingRefused("date", "%s lies before %s".formatted(date, EARLIEST));
        }
        this.date = date;
        this.type = type;
        this.symbol = symbol;
        this.quantity = Decimals.exactOrNull("quantity", quantity);
        this.quantityPer = Decimals.exactOrNull("quantityPer", quantityPer);
        this.price = Decimals.exactOrNull("price", price);
        this.currency = currency;
        this.fee = Decimals.exact("fee", fee);
        this.amount = Decimals.exactOrNull("amount", amount);
        this.terms = terms;
        this.lots = List.copyOf(lots);
        BookingRules.check(this);
    }

    /** A booking that is no corporate action, or a plain split, and leaves it to the method which lots it consumes. */
    public Booking(
            LocalDate date,
            TransactionType type,
            @Nullable String symbol,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal quantityPer,
            @Nullable BigDecimal price,
            CurrencyUnit currency,
            BigDecimal fee,
            @Nullable BigDecimal amount) {
        this(date, type, symbol, quantity, quantityPer, price, currency, fee, amount, CorporateTerms.NONE, List.of());
    }

    /** The same with chosen lots. */
    public Booking choosing(List<LotChoice> chosen) {
        return new Booking(date, type, symbol, quantity, quantityPer, price, currency, fee, amount, terms, chosen);
    }

    /** What the booking does to the cash of its currency in all accounts together, exact. */
    public BigMoney cashFlow() {
        var stated = amount == null ? BigDecimal.ZERO : amount;
        var flow = switch (type) {
            case BUY -> amount == null ? gross().add(fee).negate() : amount.negate();
            case SELL -> amount == null ? gross().subtract(fee) : amount;
            case DIVIDEND -> (amount == null ? gross() : amount).subtract(fee);
            case INTEREST, DEPOSIT, RETURN_OF_CAPITAL -> stated.subtract(fee);
            case FEE, TAX, WITHDRAWAL -> stated.add(fee).negate();
            case TRANSFER_IN, TRANSFER_OUT, TRANSFER -> fee.negate();
            case MERGER -> stated.subtract(fee).add(terms.cash());
            case SPLIT, STOCK_DIVIDEND, SPIN_OFF -> terms.cash();
            case DRIP -> BigDecimal.ZERO;
        };
        return BigMoney.of(currency, Decimals.normal(flow));
    }

    /** What a TRANSFER takes from the account that gives: money is a withdrawal there, units are transferred out. */
    public Booking givingSide() {
        return symbol == null ? side(TransactionType.WITHDRAWAL, fee) : side(TransactionType.TRANSFER_OUT, fee);
    }

    /** What a TRANSFER brings to the account that receives: money is a deposit there, units are transferred in. */
    public Booking receivingSide() {
        return side(symbol == null ? TransactionType.DEPOSIT : TransactionType.TRANSFER_IN, BigDecimal.ZERO);
    }

    private Booking side(TransactionType as, BigDecimal paid) {
        return new Booking(date, as, symbol, quantity, null, null, currency, paid, amount);
    }

    /** Whether money moves, so that the currency must be the position's. */
    boolean movesMoney() {
        return !type.isCorporateAction() || !cashFlow().isZero();
    }

    /** What a lot opened by this booking cost, fee included; {@code null} when nobody said. */
    @Nullable
    BigDecimal lotCost() {
        if (type == TransactionType.BUY) {
            return cashFlow().getAmount().negate();
        }
        if (type == TransactionType.DRIP) {
            return Decimals.normal(amount == null ? gross() : amount.subtract(fee));
        }
        if (amount != null) {
            return amount.add(fee);
        }
        return price == null ? null : Decimals.normal(gross().add(fee));
    }

    /** The price this booking shows the market to have had; {@code null} when it shows none. */
    @Nullable
    BigDecimal shownPrice() {
        if (!type.opensLot() && type != TransactionType.SELL) {
            return null;
        }
        if (price != null) {
            return price;
        }
        if (amount == null) {
            return null;
        }
        var withoutFee = switch (type) {
            case BUY, DRIP -> amount.subtract(fee);
            case SELL -> amount.add(fee);
            default -> amount;
        };
        return Decimals.divide(withoutFee.max(BigDecimal.ZERO), Objects.requireNonNull(quantity));
    }

    /** New units per old ones: what {@code quantity} is per. */
    BigDecimal per() {
        return quantityPer == null ? BigDecimal.ONE : quantityPer;
    }

    private BigDecimal gross() {
        return Objects.requireNonNull(quantity).multiply(Objects.requireNonNull(price));
    }
}
