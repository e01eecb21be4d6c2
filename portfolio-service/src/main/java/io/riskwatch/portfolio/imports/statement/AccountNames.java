package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.ledger.BookingRefused;
import org.jspecify.annotations.Nullable;

/**
 * The accounts a row names, as far as the file tells.
 *
 * @param account the one the row goes into, of a TRANSFER the one that gives
 * @param toAccount of a TRANSFER the one that receives
 */
public record AccountNames(
        @Nullable String account, @Nullable String toAccount) {

    /** Of a row that names none. */
    public static final AccountNames NONE = new AccountNames(null, null);

    private static final int LONGEST = 80;

    /** As the columns {@code account} and {@code toAccount} say; an empty text names none. */
    public static AccountNames of(String account, String toAccount) {
        return account.isBlank() && toAccount.isBlank()
                ? NONE
                : new AccountNames(name("account", account), name("toAccount", toAccount));
    }

    private static @Nullable String name(String column, String text) {
        var name = text.strip();
        if (name.length() > LONGEST) {
            throw new BookingRefused(column, "is longer than %d characters".formatted(LONGEST));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new BookingRefused(column, "must not contain control characters");
        }
        return name.isEmpty() ? null : name;
    }
}
