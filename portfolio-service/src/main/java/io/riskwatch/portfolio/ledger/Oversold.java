package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/** More would be given away than is held: names the day, the symbol and what is held. */
public final class Oversold extends RuntimeException {

    private final LocalDate date;
    private final String symbol;

    Oversold(LocalDate date, String symbol, BigDecimal wanted, BigDecimal held) {
        super("%s of %s cannot leave on %s: %s held on that day"
                .formatted(plain(wanted), symbol, date, held.signum() == 0 ? "none is" : plain(held) + " are"));
        this.date = date;
        this.symbol = symbol;
    }

    public LocalDate date() {
        return date;
    }

    public String symbol() {
        return symbol;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
