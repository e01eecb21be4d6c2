package io.riskwatch.portfolio.access.account;

import io.riskwatch.portfolio.access.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The two forms. They need no template engine; whatever a user typed is escaped. */
final class Pages {

    private Pages() {}

    static String signIn(CsrfToken csrf, @Nullable String problem) {
        return Page.of("Sign in", """
                <p>Welcome back to Riskwatch.</p>
                %s
                <form method="post" action="/auth/login">
                %s
                %s
                %s
                <button type="submit">Sign in</button>
                </form>
                <p>New here? <a href="/auth/signup">Create an account</a>, or <a href="/welcome">try the demo</a> without one.</p>
                """.formatted(
                        problem == null ? "" : "<p class=\"problem\" role=\"alert\">" + escape(problem) + "</p>",
                        hidden(csrf),
                        field("E-mail", "username", "email", "", "username", null, null),
                        field("Password", "password", "password", "", "current-password", null, null)));
    }

    static String signUp(CsrfToken csrf, SignUp.Form form, Map<String, String> problems) {
        return Page.of("Create an account", """
                <p>Your portfolios are yours alone: no other account sees them.</p>
                <form method="post" action="/auth/signup">
                %s
                %s
                %s
                %s
                <button type="submit">Create the account</button>
                </form>
                <p>Have one already? <a href="/auth/login">Sign in</a>.</p>
                """.formatted(
                        hidden(csrf),
                        field("Name", "name", "text", form.name(), "name", null, problems.get("name")),
                        field("E-mail", "email", "email", form.email(), "username", null, problems.get("email")),
                        field(
                                "Password",
                                "password",
                                "password",
                                "",
                                "new-password",
                                "At least 8 characters; a sentence of 15 or more is better.",
                                problems.get("password"))));
    }

    private static String field(
            String label,
            String name,
            String type,
            String value,
            String autocomplete,
            @Nullable String hint,
            @Nullable String problem) {
        String hintId = name + "-hint";
        String problemId = name + "-problem";
        String describedBy = ((hint == null ? "" : hintId) + " " + (problem == null ? "" : problemId)).strip();
        return "<label for=\"%s\">%s</label>\n".formatted(name, label)
                + "<input id=\"%s\" name=\"%s\" type=\"%s\" value=\"%s\" autocomplete=\"%s\" maxlength=\"254\" required%s%s>\n"
                        .formatted(
                                name,
                                name,
                                type,
                                escape(value),
                                autocomplete,
                                problem == null ? "" : " aria-invalid=\"true\"",
                                describedBy.isEmpty() ? "" : " aria-describedby=\"" + describedBy + "\"")
                + (hint == null ? "" : "<p class=\"hint\" id=\"%s\">%s</p>\n".formatted(hintId, hint))
                + (problem == null
                        ? ""
                        : "<p class=\"problem\" role=\"alert\" id=\"%s\">%s</p>\n"
                                .formatted(problemId, escape(problem)));
    }

    private static String hidden(CsrfToken csrf) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(escape(csrf.getParameterName()), escape(csrf.getToken()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
