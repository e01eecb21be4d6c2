package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a booking must say and must not, by its type; a refusal names the field. */
final class BookingRules {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9^$][A-Z0-9.\\-=^/_$:]{0,31}");
    private static final BigDecimal DISAGREEMENT_SHARE = new BigDecimal("0.005");
    private static final BigDecimal DISAGREEMENT_UNITS = new BigDecimal("0.05");

    private BookingRules() {}

    static void check(Booking booking) {
        checkSymbols(booking);
        checkUnits(booking);
        checkTerms(booking);
        checkMoney(booking);
        if (!booking.lots().isEmpty()) {
            checkChosen(booking);
        }
    }

    private static void checkSymbols(Booking booking) {
        checkSpelling("symbol", booking.symbol());
        checkSpelling("newSymbol", booking.terms().newSymbol());
        var type = booking.type();
        var needed = (type.movesSecurity() && type != TransactionType.TRANSFER)
                || type == TransactionType.DIVIDEND
                || type == TransactionType.RETURN_OF_CAPITAL;
        if (booking.symbol() == null && needed) {
            throw new BookingRefused("symbol", "a %s names a symbol".formatted(type));
        }
        if (booking.symbol() != null && (type == TransactionType.DEPOSIT || type == TransactionType.WITHDRAWAL)) {
            throw new BookingRefused("symbol", "a %s moves money and names no symbol".formatted(type));
        }
    }

    private static void checkSpelling(String field, @Nullable String symbol) {
        if (symbol != null && !SYMBOL.matcher(symbol).matches()) {
            throw new BookingRefused(
                    field,
                    "'%s' is not a symbol: capital letters, digits and . - = ^ / _ $ :, at most 32".formatted(symbol));
        }
    }

    private static void checkUnits(Booking booking) {
        var type = booking.type();
        var quantity = booking.quantity();
        var price = booking.price();
        var moneyOnly =
                (type == TransactionType.MERGER && booking.terms().newSymbol() == null) || movesMoneyOnly(booking);
        if (movesMoneyOnly(booking) && isSet(quantity)) {
            throw new BookingRefused("symbol", "a TRANSFER with a quantity says of which symbol");
        }
        if (type == TransactionType.TRANSFER && isSet(price)) {
            throw new BookingRefused("price", "a TRANSFER has no price: the lots keep what they cost");
        }
        if (type.movesSecurity() && !moneyOnly && (quantity == null || quantity.signum() <= 0)) {
            throw new BookingRefused(
                    "quantity",
                    "a %s has a quantity above zero, was %s"
                            .formatted(type, quantity == null ? "empty" : quantity.toPlainString()));
        }
        if (moneyOnly && isSet(quantity)) {
            throw new BookingRefused("newSymbol", "a MERGER with a quantity says of which new symbol");
        }
        if (!type.movesSecurity() && type != TransactionType.DIVIDEND && (isSet(quantity) || isSet(price))) {
            throw new BookingRefused(isSet(quantity) ? "quantity" : "price", "a %s has an amount only".formatted(type));
        }
        var per = booking.quantityPer();
        if (per != null && (!type.hasRatio() || per.signum() <= 0)) {
            throw new BookingRefused("quantityPer", "only a ratio has it, and above zero");
        }
        if (per == null && type == TransactionType.STOCK_DIVIDEND) {
            throw new BookingRefused("quantityPer", "a STOCK_DIVIDEND says on how many held units the new ones come");
        }
        if (price != null && price.signum() < 0) {
            throw new BookingRefused("price", "a price is not negative, was " + price.toPlainString());
        }
        if (isSet(price) && type.isCorporateAction()) {
            throw new BookingRefused("price", "a %s has no price".formatted(type));
        }
    }

    private static boolean movesMoneyOnly(Booking booking) {
        return booking.type() == TransactionType.TRANSFER && booking.symbol() == null;
    }

    private static void checkTerms(Booking booking) {
        var type = booking.type();
        var terms = booking.terms();
        var brings = type == TransactionType.SPIN_OFF || type == TransactionType.MERGER;
        if (terms.newSymbol() != null && !brings) {
            throw new BookingRefused("newSymbol", "a %s brings no new symbol".formatted(type));
        }
        if (terms.newSymbol() == null && type == TransactionType.SPIN_OFF) {
            throw new BookingRefused("newSymbol", "a SPIN_OFF names the new symbol");
        }
        if (terms.newSymbol() != null && terms.newSymbol().equals(booking.symbol())) {
            throw new BookingRefused("newSymbol", "the new symbol is another one than the old");
        }
        checkFraction(type, terms);
        if (terms.cashInLieu() != null) {
            if (!type.hasRatio() || (type == TransactionType.MERGER && terms.newSymbol() == null)) {
                throw new BookingRefused("cashInLieu", "only a ratio leaves a fraction to be paid");
            }
            if (terms.cashInLieu().signum() <= 0) {
                throw new BookingRefused(
                        "cashInLieu", "is above zero, was " + terms.cashInLieu().toPlainString());
            }
        }
    }

    private static void checkFraction(TransactionType type, CorporateTerms terms) {
        var fraction = terms.basisFraction();
        if (fraction == null) {
            if (type == TransactionType.SPIN_OFF) {
                throw new BookingRefused(
                        "basisFraction", "a SPIN_OFF says which fraction of the cost the new security takes");
            }
            return;
        }
        if (type != TransactionType.SPIN_OFF && type != TransactionType.MERGER) {
            throw new BookingRefused("basisFraction", "a %s divides no cost".formatted(type));
        }
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new BookingRefused("basisFraction", "lies between 0 and 1, was " + fraction.toPlainString());
        }
    }

    private static void checkMoney(Booking booking) {
        var type = booking.type();
        var amount = booking.amount();
        if (booking.fee().signum() < 0) {
            throw new BookingRefused(
                    "fee", "a fee is not negative, was " + booking.fee().toPlainString());
        }
        switch (type) {
            case BUY, SELL, DRIP -> {
                if (booking.price() == null && amount == null) {
                    throw new BookingRefused("price", "a %s has a price or an amount".formatted(type));
                }
                notNegative(type, amount);
                checkAgreement(booking);
            }
            case TRANSFER_IN, TRANSFER_OUT -> notNegative(type, amount);
            case DEPOSIT, WITHDRAWAL, RETURN_OF_CAPITAL -> {
                if (amount == null || amount.signum() <= 0) {
                    throw new BookingRefused("amount", "a %s has an amount above zero".formatted(type));
                }
            }
            case DIVIDEND -> {
                if (amount == null && (booking.quantity() == null || booking.price() == null)) {
                    throw new BookingRefused("amount", "a DIVIDEND has an amount, or a quantity and a price per share");
                }
            }
            case TRANSFER -> {
                if (movesMoneyOnly(booking) ? amount == null || amount.signum() <= 0 : isSet(amount)) {
                    throw new BookingRefused(
                            "amount", "a TRANSFER has an amount above zero, or a symbol with a quantity and no amount");
                }
            }
            case INTEREST -> {
                if (!isSet(amount)) {
                    throw new BookingRefused("amount", "an INTEREST has an amount");
                }
            }
            case FEE, TAX -> {
                if (!isSet(amount) && booking.fee().signum() == 0) {
                    throw new BookingRefused("amount", "a %s has an amount".formatted(type));
                }
            }
            case MERGER -> {
                notNegative(type, amount);
                if (booking.terms().newSymbol() == null && !isSet(amount)) {
                    throw new BookingRefused("amount", "a MERGER brings a new symbol, an amount, or both");
                }
            }
            case SPLIT, STOCK_DIVIDEND, SPIN_OFF -> {
                if (isSet(amount) || booking.fee().signum() != 0) {
                    throw new BookingRefused(
                            isSet(amount) ? "amount" : "fee",
                            "a %s moves no money but cash in lieu of a fraction".formatted(type));
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
    private static void checkAgreement(Booking booking) {
        var price = booking.price();
        var amount = booking.amount();
        if (price == null || amount == null) {
            return;
        }
        var gross = Objects.requireNonNull(booking.quantity()).multiply(price);
        var computed =
                booking.type() == TransactionType.SELL ? gross.subtract(booking.fee()) : gross.add(booking.fee());
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

    private static void checkChosen(Booking booking) {
        var lots = booking.lots();
        if (!booking.type().closesLots() || movesMoneyOnly(booking)) {
            throw new BookingRefused("lots", "a %s chooses no lots".formatted(booking.type()));
        }
        if (lots.stream().map(LotChoice::lot).distinct().count() < lots.size()) {
            throw new BookingRefused("lots", "a lot is chosen twice");
        }
        var quantity = Objects.requireNonNull(booking.quantity());
        var chosen = total(lots);
        if (chosen.compareTo(quantity) != 0) {
            throw new BookingRefused(
                    "lots",
                    "the chosen lots make %s, the quantity is %s"
                            .formatted(Decimals.normal(chosen).toPlainString(), quantity.toPlainString()));
        }
    }

    private static BigDecimal total(List<LotChoice> lots) {
        return lots.stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isSet(@Nullable BigDecimal value) {
        return value != null && value.signum() != 0;
    }
}
