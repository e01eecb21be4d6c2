package io.riskwatch.marketdata.provider.yahoo;

import io.riskwatch.marketdata.provider.http.Upstream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A crumb and the cookie it belongs to. What the crumb's address answers counts only with status 200 and the look of a
 * crumb: "Too Many Requests" is none.
 */
record Crumb(String crumb, String cookie) {
    private static final Pattern LOOK = Pattern.compile("[A-Za-z0-9._/\\\\-]{5,40}");

    static Optional<Crumb> fetch(Upstream upstream, YahooProperties properties) {
        // the cookie's address answers 404 and sets its cookie all the same
        if (!(upstream.get(properties.cookieUrl(), Map.of()) instanceof Upstream.Reply.Answered cookies)) {
            return Optional.empty();
        }
        String cookie = cookies.headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].strip())
                .filter(pair -> pair.matches("A[13]S?=\\S+"))
                .collect(Collectors.joining("; "));
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        return upstream.get(properties.crumbUrl(), Map.of("Cookie", cookie)) instanceof Upstream.Reply.Answered answer
                        && answer.status() == 200
                        && LOOK.matcher(answer.body().strip()).matches()
                ? Optional.of(new Crumb(answer.body().strip(), cookie))
                : Optional.empty();
    }
}
