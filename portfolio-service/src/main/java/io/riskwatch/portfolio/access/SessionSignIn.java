package io.riskwatch.portfolio.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Signs somebody in to the authorization server's own session without the form. The principal carries the factor it came
 * in by, since the time of that factor is the {@code auth_time} without which no id token is made.
 */
public final class SessionSignIn {

    /** The attribute under which an authorization names the session it came from. */
    public static final String ATTRIBUTE = "riskwatch.sign-in";

    private SessionSignIn() {}

    public static void signIn(HttpServletRequest request, HttpServletResponse response, UUID userId, String factor) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_USER"));
        authorities.add(FactorGrantedAuthority.fromFactor(factor));
        var user = User.withUsername(userId.toString())
                .password("")
                .authorities(authorities)
                .build();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
