package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.imports.statement.StatementRow.Origin;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Decimals;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A booking in the making, in the broker's words: signs are the broker's and become the ledger's, minor units (GBX, ILA,
 * ZAc) become the currency, an ISIN becomes its symbol where one is known.
 */
public final class Draft {

    private static final int LONGEST_NOTE = 500;
    /** {@code F240119C9}. */
    private static final int SHORTEST_OPTION = 9;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, String> MINOR = Map.of(
            "GBX", "GBP", "GBp", "GBP", "GBPENCE", "GBP", "GBx", "GBP", "ILA", "ILS", "ILa", "ILS", "ZAC", "ZAR", "ZAc",
            "ZAR");
    private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}\\d");
    /** {@code AAPL 01/19/2024 190.00 C} and {@code -AAPL240119C190}. */
    private static final Pattern OPTION =
            Pattern.compile("([A-Z.]{1,6}) (\\d{2})/(\\d{2})/\\d{0,2}(\\d{2}) (?:\\$)?(\\d+(?:\\.\\d+)?) ([CP])[A-Z]*");

    private static final Pattern SHORT_OPTION = Pattern.compile("-?([A-Z]{1,6})(\\d{6})([CP])(\\d+(?:\\.\\d+)?)");

    private final TransactionType type;
    private final LocalDate date;
    private final Facts facts;
    private @Nullable String symbol;
    private @Nullable String isin;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal quantityPer;
    private @Nullable BigDecimal price;
    private String priceCurrency = "";
    private String currency = "";
    private BigDecimal fee = BigDecimal.ZERO;
    private @Nullable BigDecimal amount;
    private String note = "";
    private @Nullable String brokerId;
    private boolean opening;

    private Draft(TransactionType type, LocalDate date, Facts facts) {
        this.type = type;
        this.date = date;
        this.facts = facts;
    }

    public static Draft of(TransactionType type, LocalDate date, Facts facts) {
        return new Draft(type, date, facts);
    }

    /** A ticker as the broker writes it. */
    public Draft symbol(String ticker) {
        var text = ticker.strip().toUpperCase(Locale.ROOT);
        symbol = text.isEmpty() ? null : normalSymbol(text);
        return this;
    }

    public Draft isin(String text) {
        var stripped = text.strip().toUpperCase(Locale.ROOT);
        isin = ISIN.matcher(stripped).matches() ? stripped : null;
        return this;
    }

    private static String normalSymbol(String text) {
        if (text.length() < SHORTEST_OPTION && text.indexOf(' ') < 0) {
            return text; // what nearly all are, and a file has many
        }
        var option = OPTION.matcher(text);
        if (option.matches()) {
            return occ(
                    option.group(1),
                    option.group(4) + option.group(2) + option.group(3),
                    option.group(6),
                    option.group(5));
        }
        var shorter = SHORT_OPTION.matcher(text);
        return shorter.matches()
                ? occ(shorter.group(1), shorter.group(2), shorter.group(3), shorter.group(4))
                : text.replaceAll("\\s+", ".");
    }

    /** The name of the Options Clearing Corporation: root, yymmdd, C or P, strike in thousandths of eight digits. */
    private static String occ(String root, String day, String right, String strike) {
        var thousandths = new BigDecimal(strike).movePointRight(3).setScale(0, RoundingMode.HALF_EVEN);
        return root
                + day
                + right
                + "0".repeat(Math.max(0, 8 - thousandths.toPlainString().length()))
                + thousandths.toPlainString();
    }

    /** Whether the symbol is a listed option of a hundred shares. */
    private boolean isOption() {
        return symbol != null && symbol.matches("[A-Z.]{1,6}\\d{6}[CP]\\d{8}");
    }

    public Draft quantity(@Nullable BigDecimal value) {
        quantity = value == null ? null : value.abs();
        return this;
    }

    public Draft ratio(BigDecimal newUnits, BigDecimal oldUnits) {
        quantity = newUnits;
        quantityPer = oldUnits.compareTo(BigDecimal.ONE) == 0 ? null : oldUnits;
        return this;
    }

    /** What a unit cost, in the booking's currency. */
    public Draft price(@Nullable BigDecimal value) {
        price = value == null ? null : value.abs();
        return this;
    }

    /** What a unit cost, in a currency that may be another one or a minor unit of the booking's. */
    public Draft price(@Nullable BigDecimal value, String code) {
        priceCurrency = code.strip();
        return price(value);
    }

    /** What the broker took; the sign says nothing. */
    public Draft fee(@Nullable BigDecimal value) {
        fee = value == null ? BigDecimal.ZERO : value.abs();
        return this;
    }

    public Draft addFee(@Nullable BigDecimal value) {
        fee = value == null ? fee : fee.add(value.abs());
        return this;
    }

    /** The money that moved, negative when it left the account. */
    public Draft amount(@Nullable BigDecimal value) {
        amount = value == null || value.signum() == 0 ? null : value;
        return this;
    }

    /** ISO 4217 or a minor unit; empty when the file does not say. */
    public Draft currency(String code) {
        currency = code.strip();
        return this;
    }

    public Draft note(String text) {
        var stripped = text.strip();
        note = stripped.chars().anyMatch(Character::isISOControl) ? stripped.replaceAll("\\p{Cntrl}+", " ") : stripped;
        return this;
    }

    public Draft brokerId(String id) {
        brokerId = id.isBlank() ? null : id.strip();
        return this;
    }

    /** A holding, not a transaction: the same tomorrow is still the same. */
    public Draft opening() {
        opening = true;
        return this;
    }

    /** The finished row; what contradicts itself is refused. */
    public StatementRow.Stated stated(Row row) {
        if (date.isAfter(facts.surroundings().latestDate())) {
            throw new BookingRefused("date", "%s lies in the future".formatted(date));
        }
        var names = type != TransactionType.DEPOSIT && type != TransactionType.WITHDRAWAL;
        var statedSymbol = !names ? null : symbol != null ? symbol : isin;
        var booked = symbol == null && isin != null
                ? facts.surroundings().symbolOf().apply(isin).orElse(isin)
                : symbol;
        var unit = unit(names ? booked : null);
        var booking = new Booking(
                date,
                type,
                names ? booked : null,
                type.movesSecurity() || type == TransactionType.DIVIDEND ? zeroIsNone(quantity) : null,
                quantityPer,
                bookedPrice(unit),
                unit,
                Decimals.normal(major(fee)),
                bookedAmount());
        return new StatementRow.Stated(
                row.line(),
                booking,
                note.isEmpty() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
                new Origin(brokerId, statedSymbol, isin, opening));
    }

    private CurrencyUnit unit(@Nullable String booked) {
        if (currency.isEmpty()) {
            return facts.surroundings().currencyOf().apply(booked);
        }
        return currency(currency, "currency");
    }

    /** The currency of a code, that of a minor unit being its major one. */
    public static CurrencyUnit currency(String code, String field) {
        try {
            return CurrencyUnit.of(MINOR.getOrDefault(code, code).toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw new BookingRefused(field, "'%s' is not a currency of ISO 4217".formatted(Numbers.shortened(code)));
        }
    }

    private BigDecimal major(BigDecimal value) {
        return MINOR.containsKey(currency) ? value.divide(HUNDRED) : value;
    }

    /** The price of a unit in the booking's currency; left out where only the amount can be in it. */
    private @Nullable BigDecimal bookedPrice(CurrencyUnit unit) {
        if (price == null || type == TransactionType.SPLIT || (isOption() && amount != null)) {
            return null;
        }
        if (!type.movesSecurity() && (type != TransactionType.DIVIDEND || amount != null)) {
            return null;
        }
        if (priceCurrency.isEmpty()) {
            return rounded(major(price));
        }
        var minor = MINOR.containsKey(priceCurrency);
        if (!currency(priceCurrency, "currency").equals(unit)) {
            if (amount == null) {
                throw new BookingRefused(
                        "price", "is in %s, and no amount in %s is given".formatted(priceCurrency, unit));
            }
            return null;
        }
        return rounded(minor ? price.divide(HUNDRED) : price);
    }

    private @Nullable BigDecimal bookedAmount() {
        if (amount == null || type == TransactionType.SPLIT) {
            return null;
        }
        var value = major(amount);
        return rounded(
                switch (type) {
                    case DIVIDEND, INTEREST -> value;
                    case FEE, TAX -> value.negate();
                    default -> value.abs();
                });
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.scale() > Decimals.SCALE ? value.setScale(Decimals.SCALE, RoundingMode.HALF_EVEN) : value;
    }

    private static @Nullable BigDecimal zeroIsNone(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }
}
