package io.riskwatch.portfolio.access.account;

import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Looks an account up by e-mail and answers with its id as the name, so that {@code sub} is the id everywhere. */
@Service
class AccountUserDetailsService implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;

    AccountUserDetailsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return accounts.credentialsOf(email.strip().toLowerCase(Locale.ROOT))
                .map(found -> User.withUsername(found.userId().toString())
                        .password(found.passwordHash())
                        .authorities("ROLE_USER")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @org.jspecify.annotations.Nullable String newHash) {
        if (newHash == null) {
            return user;
        }
        accounts.replaceHash(UUID.fromString(user.getUsername()), newHash);
        return User.withUserDetails(user).password(newHash).build();
    }
}
