package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.portfolio.access.ClientAddress;
import io.riskwatch.portfolio.access.Page;
import io.riskwatch.portfolio.access.RateLimit;
import io.riskwatch.portfolio.access.SessionSignIn;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in and sign-up. The password never meets the dashboard's script: these pages have none. */
@Controller
@Hidden
class AccountPages {

    private final SignUp signUp;
    private final RateLimit signUps;
    private final SignedIn signedIn = new SignedIn();

    AccountPages(SignUp signUp, AccessSettings settings) {
        this.signUp = signUp;
        this.signUps = new RateLimit(settings.signUpsPerAddressAndHour(), Duration.ofHours(1));
    }

    @GetMapping("/auth/login")
    void signInPage(
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String busy)
            throws IOException {
        String problem = error != null ? "The e-mail address or the password is wrong." : null;
        Page.write(
                response,
                Pages.signIn(csrf, busy != null ? "Too many sign-ins at once. Try again in a moment." : problem));
    }

    @GetMapping("/auth/signup")
    void signUpPage(HttpServletResponse response, CsrfToken csrf) throws IOException {
        Page.write(response, Pages.signUp(csrf, new SignUp.Form("", "", ""), Map.of()));
    }

    @PostMapping("/auth/signup")
    void signUp(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password)
            throws IOException, ServletException {
        Optional<Duration> wait = signUps.take(ClientAddress.of(request));
        if (wait.isPresent()) {
            Page.tooMany(response, wait.get(), "<a href=\"/auth/login\">Sign in instead</a>");
            return;
        }
        var form = new SignUp.Form(name, email, password);
        switch (signUp.signUp(form)) {
            case SignUp.Outcome.Refused(Map<String, String> problems) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Page.write(response, Pages.signUp(csrf, form, problems));
            }
            case SignUp.Outcome.Accepted(Account account) -> {
                SessionSignIn.signIn(request, response, account.id(), "PASSWORD");
                Authentication authentication = Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication());
                signedIn.onAuthenticationSuccess(request, response, authentication);
            }
        }
    }
}
