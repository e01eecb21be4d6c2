package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an account with an organisation of its own. */
@Service
class SignUp {

    /** What the sign-up form says, or why it is not accepted: a sentence for each field. */
    sealed interface Outcome {
        record Accepted(Account account) implements Outcome {}

        record Refused(Map<String, String> problems) implements Outcome {}
    }

    /** The form as it was sent. */
    record Form(String name, String email, String password) {
        Form {
            name = name.strip();
            email = email.strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final Organisations organisations;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    SignUp(
            Accounts accounts,
            Organisations organisations,
            PasswordRules rules,
            PasswordEncoder passwords,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.rules = rules;
        this.passwords = passwords;
        this.transaction = new TransactionTemplate(transactions);
    }

    Outcome signUp(Form form) {
        Map<String, String> problems = problemsOf(form);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var account = new Account(UUID.randomUUID(), form.email(), form.name(), false);
        var organisation = new Organisation(UUID.randomUUID(), form.name(), Purpose.SIGN_UP, null);
        String hash = Objects.requireNonNull(passwords.encode(form.password()));
        boolean added = Tenancy.as(
                organisation.id(),
                () -> transaction.execute(status -> {
                    if (!accounts.add(account, hash)) {
                        return false;
                    }
                    organisations.create(organisation, account.id(), Set.of(Role.OWNER));
                    return true;
                }));
        return added
                ? new Outcome.Accepted(account)
                : new Outcome.Refused(
                        Map.of("email", "There is an account with this e-mail address. Sign in instead."));
    }

    private Map<String, String> problemsOf(Form form) {
        Map<String, String> problems = new TreeMap<>();
        if (form.name().isEmpty() || form.name().length() > LONGEST_NAME) {
            problems.put("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (form.email().length() > LONGEST_EMAIL
                || !EMAIL.matcher(form.email()).matches()) {
            problems.put("email", "This is not an e-mail address, such as ann@example.org.");
        }
        rules.refuse(form.password(), form.email()).ifPresent(reason -> problems.put("password", reason));
        return problems;
    }
}
