package io.riskwatch.portfolio.access.guest;

import io.riskwatch.portfolio.access.ClientAddress;
import io.riskwatch.portfolio.access.Page;
import io.riskwatch.portfolio.access.SessionSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * "Try the demo": an anonymous authorize request of the gateway with {@code login_hint=guest} makes a guest and goes on, so
 * that the same request answers with the code. The gateway adds the hint only to a CSRF-checked POST.
 */
public final class GuestSignIn extends OncePerRequestFilter {

    private static final String AUTHORIZE = "/auth/oauth2/authorize";

    private final Guests guests;
    private final String client;

    public GuestSignIn(Guests guests, String client) {
        this.guests = guests;
        this.client = client;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(HttpMethod.GET.matches(request.getMethod())
                && AUTHORIZE.equals(request.getRequestURI())
                && "guest".equals(request.getParameter("login_hint"))
                && client.equals(request.getParameter("client_id")));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNobody()) {
            Optional<Duration> wait = guests.admit(ClientAddress.of(request));
            if (wait.isPresent()) {
                Page.tooMany(response, wait.get(), "Or <a href=\"/auth/signup\">create an account</a>.");
                return;
            }
            SessionSignIn.signIn(request, response, guests.create(), "GUEST");
        }
        chain.doFilter(request, response);
    }

    /** Nobody, or the guest of a demo that was deleted while their browser kept its session. */
    private boolean isNobody() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                || !authentication.isAuthenticated()
                || guests.isGone(UUID.fromString(authentication.getName()));
    }
}
