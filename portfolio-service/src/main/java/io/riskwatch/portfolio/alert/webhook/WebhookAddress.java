package io.riskwatch.portfolio.alert.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address a webhook is called at, as far as it can be judged without asking anybody: https, a host, no user, no
 * fragment, and no port of another protocol.
 */
public record WebhookAddress(URI uri) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_UNPRIVILEGED = 1_024;
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @param lenient whether plain http is allowed
     * @throws IllegalArgumentException saying what is wrong, in words for who typed it
     */
    public static WebhookAddress parse(String text, boolean lenient) {
        var uri = uri(text);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(lenient && scheme.equals("http"))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must name a host, and no user or password");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must not have a part after #");
        }
        int port = uri.getPort();
        if (port != -1 && port != HTTPS && (port < FIRST_UNPRIVILEGED || port > LAST_PORT)) {
            throw new IllegalArgumentException("must use port 443 or one from 1024 to 65535");
        }
        return new WebhookAddress(uri);
    }

    private static URI uri(String text) {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not an address such as https://example.com/alerts", e);
        }
    }

    boolean encrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() != -1 ? uri.getPort() : encrypted() ? HTTPS : HTTP;
    }

    /** As the header {@code Host} names it. */
    String authority() {
        return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Path and query, as the request line names them. */
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
