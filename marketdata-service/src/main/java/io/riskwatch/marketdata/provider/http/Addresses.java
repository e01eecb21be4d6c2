package io.riskwatch.marketdata.provider.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses and keys of providers: they come from configuration only, and are checked when they are read. */
public final class Addresses {
    private Addresses() {}

    public static void requireHttp(String property, URI address) {
        require(property, address, "http", "https");
    }

    public static void requireWebSocket(String property, URI address) {
        require(property, address, "ws", "wss");
    }

    private static void require(String property, URI address, String plain, String secure) {
        boolean known = plain.equals(address.getScheme()) || secure.equals(address.getScheme());
        if (!known || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    property + " must be an address beginning with " + secure + ":// or " + plain + "://");
        }
    }

    public static void requireTimeout(String property, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException(property + " must lie between 100ms and 30s, was " + timeout);
        }
    }

    /** A key without the blanks a copied line brings along; one with others inside is refused, unsaid. */
    public static String key(String property, String key) {
        String clean = key.strip();
        if (clean.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(property + " must consist of visible ASCII characters");
        }
        return clean;
    }

    /** The base address with a path below it and a query. */
    public static URI of(URI base, String path, Map<String, String> query) {
        String start = base.toString();
        String joined = start.endsWith("/") || path.isEmpty() ? start + path : start + "/" + path;
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(parameters.isEmpty() ? joined : joined + "?" + parameters);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
