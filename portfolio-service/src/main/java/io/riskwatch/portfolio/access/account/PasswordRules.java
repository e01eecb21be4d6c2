package io.riskwatch.portfolio.access.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What makes a password acceptable: its length and that nobody guesses it first. No rules of composition. */
@Component
class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;
    private static final int WORTH_LOOKING_FOR = 4;

    private final Set<String> common;

    PasswordRules() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/access/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            common = reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why this password is refused for this account; empty when it is not. */
    Optional<String> refuse(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("A password has at least " + SHORTEST + " characters; 15 or more are better.");
        }
        if (length > LONGEST) {
            return Optional.of("A password has at most " + LONGEST + " characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || lower.chars().distinct().count() == 1) {
            return Optional.of("This password is among the first that are tried. Choose another.");
        }
        String name = email.substring(0, Math.max(email.indexOf('@'), 0));
        if ((name.length() >= WORTH_LOOKING_FOR && lower.contains(name)) || lower.contains("riskwatch")) {
            return Optional.of("A password must not contain your e-mail address or the name of this site.");
        }
        return Optional.empty();
    }
}
