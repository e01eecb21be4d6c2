package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.statement.AccountNames;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that the names in a file stand for, whatever their case. A name the portfolio does not know is an account
 * that committing the file makes.
 */
final class NamedAccounts {

    private final Map<String, UUID> known = new HashMap<>();
    private final Map<UUID, String> made = new LinkedHashMap<>();
    private final UUID unnamed;

    /**
     * The accounts of a portfolio.
     *
     * @param unnamed the one that rows go into which name none
     */
    NamedAccounts(List<Account> accounts, UUID unnamed) {
        accounts.forEach(account -> known.put(key(account.name()), account.id()));
        this.unnamed = unnamed;
    }

    /** Where a row goes; refused when it would take more accounts than a portfolio may have. */
    BookedIn in(AccountNames names) {
        var to = names.toAccount();
        return new BookedIn(account("account", names.account()), to == null ? null : account("toAccount", to));
    }

    private UUID account(String column, @Nullable String name) {
        if (name == null) {
            return unnamed;
        }
        var id = known.get(key(name));
        if (id != null) {
            return id;
        }
        if (known.size() >= PortfolioAccounts.MOST) {
            throw new BookingRefused(
                    column,
                    "there is no account '%s', and a portfolio has at most %d".formatted(name, PortfolioAccounts.MOST));
        }
        var fresh = UUID.randomUUID();
        known.put(key(name), fresh);
        made.put(fresh, name);
        return fresh;
    }

    /** The accounts to be made, by the ids they will have. */
    Map<UUID, String> made() {
        return Map.copyOf(made);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
