package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.access.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: so many failed sign-ins for an account from one address, for an account from anywhere, and from one
 * address for any account. The middle number is the largest for an account, so that a stranger cannot easily lock its
 * owner out. An unknown account counts like a known one.
 */
@Component
class SignInGuard {

    private static final int LONGEST_KEY = 254;

    private final RateLimit accountFromAddress = new RateLimit(10, Duration.ofMinutes(15));
    private final RateLimit account = new RateLimit(100, Duration.ofHours(1));
    private final RateLimit address = new RateLimit(50, Duration.ofMinutes(15));

    /** Counts an attempt before its password is looked at; answers how long to wait when there were too many. */
    Optional<Duration> begin(String email, String from) {
        String name = key(email);
        return accountFromAddress
                .take(name + ' ' + from)
                .or(() -> address.take(from))
                .or(() -> account.take(name));
    }

    /** A right password is no attempt at guessing. */
    void succeeded(String email, String from) {
        String name = key(email);
        accountFromAddress.giveBack(name + ' ' + from);
        address.giveBack(from);
        account.giveBack(name);
    }

    private static String key(String email) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_KEY ? name.substring(0, LONGEST_KEY) : name;
    }
}
