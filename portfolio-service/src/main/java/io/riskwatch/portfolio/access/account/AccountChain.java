package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.access.ClientAddress;
import io.riskwatch.portfolio.access.Page;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/** The pages under /auth: a session, CSRF tokens, a form, and a policy that lets nothing but the style sheet in. */
@Configuration(proxyBeanMethods = false)
class AccountChain {

    static final String LOGIN_PATH = "/auth/login";

    @Bean
    @Order(2)
    SecurityFilterChain accountPagesChain(HttpSecurity http, SignInGuard guard) throws Exception {
        return http.securityMatcher("/auth/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LOGIN_PATH, "/auth/signup", "/auth/access.css")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(LOGIN_PATH)
                        .loginProcessingUrl(LOGIN_PATH)
                        .successHandler(succeeded(guard))
                        .failureHandler(failed()))
                .logout(logout -> logout.disable())
                .addFilterBefore(new SignInGuardFilter(guard), UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(Page.CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(
                                ReferrerPolicyHeaderWriter.ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }

    private static AuthenticationSuccessHandler succeeded(SignInGuard guard) {
        var onwards = new SignedIn();
        return (request, response, authentication) -> {
            guard.succeeded(SignInGuardFilter.emailOf(request), ClientAddress.of(request));
            onwards.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, failure) -> response.sendRedirect(
                LOGIN_PATH + (failure instanceof AuthenticationServiceException ? "?busy" : "?error"));
    }
}
