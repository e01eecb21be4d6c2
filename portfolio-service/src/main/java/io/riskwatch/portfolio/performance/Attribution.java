package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.portfolio.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gain of a period by account: each account's gain over the portfolio's average capital is its contribution, so that
 * the contributions add up to the portfolio's modified Dietz return.
 *
 * @param accounts what each account gained, at the same prices and rates
 */
record Attribution(Map<Account, Gains> accounts) {

    Attribution {
        accounts = new LinkedHashMap<>(accounts);
    }

    /** All accounts together. */
    Gains total() {
        return Gains.together(accounts.values());
    }

    /** What each account gained, by its id. */
    Map<String, Gain> gains() {
        var gains = new TreeMap<String, Gain>();
        accounts.forEach((account, gained) -> gains.put(account.id().toString(), gained.total()));
        return gains;
    }

    /** What each account is called, by its id. */
    Map<String, String> names() {
        var names = new TreeMap<String, String>();
        accounts.keySet().forEach(account -> names.put(account.id().toString(), account.name()));
        return names;
    }
}
