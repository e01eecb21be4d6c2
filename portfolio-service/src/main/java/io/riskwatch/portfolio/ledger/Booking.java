package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Quantities and amounts are positive, the type tells the direction; only income and costs may
 * be negative, which is their reversal. A booking that contradicts itself cannot be built.
 *
 * @param date the trading day
 * @param symbol the security, absent for bookings of money alone
 * @param quantity shares or units; of a SPLIT the new shares per {@code quantityPer} old ones
 * @param quantityPer only of a SPLIT, 1 when absent; 1 for 3 stays exact so
 * @param price per unit, in {@code currency}; of a TRANSFER_IN the cost per unit
 * @param fee what the broker took, not negative
 * @param amount the money that moved: of a BUY what was paid and of a SELL what was received, fee included; of a
 *     TRANSFER_IN the total cost; of everything else the amount before {@code fee}
 * @param lots the units the user chose to give, only of a SELL or TRANSFER_OUT; they make its quantity. Empty when the
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
        List<LotChoice> lots) {

    /** No exchange the ledger knows is older. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9^$][A-Z0-9.\\-=^/_$:]{0,31}");
    private static final BigDecimal DISAGREEMENT_SHARE = new BigDecimal("0.005");
    private static final BigDecimal DISAGREEMENT_UNITS = new BigDecimal("0.05");

    public Booking {
        if (date.isBefore(EARLIEST)) {
            throw new BookingRefused("date", "%s lies before %s".formatted(date, EARLIEST));
        }
        if (symbol != null && !SYMBOL.matcher(symbol).matches()) {
            throw new BookingRefused(
                    "symbol",
                    "'%s' is not a symbol: capital letters, digits and . - = ^ / _ $ :, at most 32".formatted(symbol));
        }
        quantity = Decimals.exactOrNull("quantity", quantity);
        quantityPer = Decimals.exactOrNull("quantityPer", quantityPer);
        price = Decimals.exactOrNull("price", price);
        fee = Decimals.exact("fee", fee);
        amount = Decimals.exactOrNull("amount", amount);
        if (fee.signum() < 0) {
            throw new BookingRefused("fee", "a fee is not negative, was " + fee.toPlainString());
        }
        checkSecurity(type, symbol, quantity, quantityPer, price);
        checkMoney(type, quantity, price, fee, amount);
        lots = List.copyOf(lots);
        if (!lots.isEmpty()) {
            checkChosen(type, quantity, lots);
        }
    }

    /** A booking that leaves it to the method which lots it consumes. */
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
        this(date, type, symbol, quantity, quantityPer, price, currency, fee, amount, List.of());
    }

    /** The same with chosen lots. */
    public Booking choosing(List<LotChoice> chosen) {
        return new Booking(date, type, symbol, quantity, quantityPer, price, currency, fee, amount, chosen);
    }

    private static void checkChosen(TransactionType type, @Nullable BigDecimal quantity, List<LotChoice> lots) {
        if (!type.closesLots()) {
            throw new BookingRefused("lots", "a %s chooses no lots".formatted(type));
        }
        if (lots.stream().map(LotChoice::lot).distinct().count() < lots.size()) {
            throw new BookingRefused("lots", "a lot is chosen twice");
        }
        var chosen = lots.stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (chosen.compareTo(Objects.requireNonNull(quantity)) != 0) {
            throw new BookingRefused(
                    "lots",
                    "the chosen lots make %s, the quantity is %s"
                            .formatted(Decimals.normal(chosen).toPlainString(), quantity.toPlainString()));
        }
    }

    private static void checkSecurity(
            TransactionType type,
            @Nullable String symbol,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal quantityPer,
            @Nullable BigDecimal price) {
        if (symbol == null && (type.movesSecurity() || type == TransactionType.DIVIDEND)) {
            throw new BookingRefused("symbol", "a %s names a symbol".formatted(type));
        }
        if (symbol != null && (type == TransactionType.DEPOSIT || type == TransactionType.WITHDRAWAL)) {
            throw new BookingRefused("symbol", "a %s moves money and names no symbol".formatted(type));
        }
        if (type.movesSecurity() && (quantity == null || quantity.signum() <= 0)) {
            throw new BookingRefused(
                    "quantity",
                    "a %s has a quantity above zero, was %s"
                            .formatted(type, quantity == null ? "empty" : quantity.toPlainString()));
        }
        if (!type.movesSecurity() && type != TransactionType.DIVIDEND && (isSet(quantity) || isSet(price))) {
            throw new BookingRefused(isSet(quantity) ? "quantity" : "price", "a %s has an amount only".formatted(type));
        }
        if (quantityPer != null && (type != TransactionType.SPLIT || quantityPer.signum() <= 0)) {
            throw new BookingRefused("quantityPer", "only a SPLIT has it, and above zero");
        }
        if (price != null && price.signum() < 0) {
            throw new BookingRefused("price", "a price is not negative, was " + price.toPlainString());
        }
    }

    private static void checkMoney(
            TransactionType type,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            BigDecimal fee,
            @Nullable BigDecimal amount) {
        switch (type) {
            case BUY, SELL -> {
                if (price == null && amount == null) {
                    throw new BookingRefused("price", "a %s has a price or an amount".formatted(type));
                }
                notNegative(type, amount);
                checkAgreement(type, Objects.requireNonNull(quantity), price, fee, amount);
            }
            case TRANSFER_IN, TRANSFER_OUT -> notNegative(type, amount);
            case DEPOSIT, WITHDRAWAL -> {
                if (amount == null || amount.signum() <= 0) {
                    throw new BookingRefused("amount", "a %s has an amount above zero".formatted(type));
                }
            }
            case DIVIDEND -> {
                if (amount == null && (quantity == null || price == null)) {
                    throw new BookingRefused("amount", "a DIVIDEND has an amount, or a quantity and a price per share");
                }
            }
            case INTEREST -> {
                if (!isSet(amount)) {
                    throw new BookingRefused("amount", "an INTEREST has an amount");
                }
            }
            case FEE, TAX -> {
                if (!isSet(amount) && fee.signum() == 0) {
                    throw new BookingRefused("amount", "a %s has an amount".formatted(type));
                }
            }
            case SPLIT -> {
                if (isSet(amount) || isSet(price) || fee.signum() != 0) {
                    throw new BookingRefused(
                            isSet(amount) ? "amount" : isSet(price) ? "price" : "fee", "a SPLIT moves no money");
                }
            }
        }
    }

    private static void notNegative(TransactionType type, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            throw new BookingRefused(
                    "amount", "the amount of a %s is not negative, was %s".formatted(type, amount.toPlainString()));
        }
    }

    /** Brokers round; half a percent and five hundredths apart is no rounding but a mistake. */
    private static void checkAgreement(
            TransactionType type,
            BigDecimal quantity,
            @Nullable BigDecimal price,
            BigDecimal fee,
            @Nullable BigDecimal amount) {
        if (price == null || amount == null) {
            return;
        }
        var computed = type == TransactionType.BUY
                ? quantity.multiply(price).add(fee)
                : quantity.multiply(price).subtract(fee);
        var apart = computed.subtract(amount).abs();
        if (apart.compareTo(DISAGREEMENT_UNITS) > 0
                && apart.compareTo(computed.abs().multiply(DISAGREEMENT_SHARE)) > 0) {
            throw new BookingRefused(
                    "amount",
                    "%s disagrees with quantity, price and fee, which make %s"
                            .formatted(
                                    amount.toPlainString(),
                                    Decimals.normal(computed).toPlainString()));
        }
    }

    private static boolean isSet(@Nullable BigDecimal value) {
        return value != null && value.signum() != 0;
    }

    /** What the booking does to the cash of its currency, exact. */
    public BigMoney cashFlow() {
        var stated = amount == null ? BigDecimal.ZERO : amount;
        var flow = switch (type) {
            case BUY -> amount == null ? gross().add(fee).negate() : amount.negate();
            case SELL -> amount == null ? gross().subtract(fee) : amount;
            case DIVIDEND -> (amount == null ? gross() : amount).subtract(fee);
            case INTEREST, DEPOSIT -> stated.subtract(fee);
            case FEE, TAX, WITHDRAWAL -> stated.add(fee).negate();
            case TRANSFER_IN, TRANSFER_OUT -> fee.negate();
            case SPLIT -> BigDecimal.ZERO;
        };
        return BigMoney.of(currency, Decimals.normal(flow));
    }

    /** What a lot opened by this booking cost, fee included; {@code null} when nobody said. */
    @Nullable
    BigDecimal lotCost() {
        if (type == TransactionType.BUY) {
            return cashFlow().getAmount().negate();
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
        var withoutFee = type == TransactionType.BUY
                ? amount.subtract(fee)
                : amount.add(type == TransactionType.SELL ? fee : BigDecimal.ZERO);
        return Decimals.divide(withoutFee.max(BigDecimal.ZERO), Objects.requireNonNull(quantity));
    }

    private BigDecimal gross() {
        return Objects.requireNonNull(quantity).multiply(Objects.requireNonNull(price));
    }
}
