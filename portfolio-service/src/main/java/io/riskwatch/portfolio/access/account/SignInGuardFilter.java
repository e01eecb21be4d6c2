package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.access.ClientAddress;
import io.riskwatch.portfolio.access.Page;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a sign-in before any password is hashed when there were too many. */
class SignInGuardFilter extends OncePerRequestFilter {

    private final SignInGuard guard;

    SignInGuardFilter(SignInGuard guard) {
        this.guard = guard;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(HttpMethod.POST.matches(request.getMethod())
                && AccountChain.LOGIN_PATH.equals(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = guard.begin(emailOf(request), ClientAddress.of(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Page.tooMany(response, wait.get(), "<a href=\"/auth/login\">Back to sign in</a>");
    }

    static String emailOf(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("username"), "");
    }
}
