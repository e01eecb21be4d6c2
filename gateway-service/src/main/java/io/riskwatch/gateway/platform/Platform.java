package io.riskwatch.gateway.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The addresses everything else is built from. Never taken from a request's Host header.
 *
 * @param publicUrl the one origin that browsers and API clients see, and the issuer of all tokens; without a path
 * @param portfolioUrl internal address of portfolio-service
 * @param marketdataUrl internal address of marketdata-service
 * @param billingUrl internal address of billing-service
 */
@ConfigurationProperties("riskwatch")
public record Platform(URI publicUrl, URI portfolioUrl, URI marketdataUrl, URI billingUrl) {

    public Platform {
        publicUrl = origin("riskwatch.public-url", publicUrl);
        portfolioUrl = origin("riskwatch.portfolio-url", portfolioUrl);
        marketdataUrl = origin("riskwatch.marketdata-url", marketdataUrl);
        billingUrl = origin("riskwatch.billing-url", billingUrl);
    }

    /** Scheme, host and port as a browser writes them into {@code Origin}. */
    public String origin() {
        return publicUrl.toString();
    }

    /** The origin of the same place for WebSockets. */
    public String socketOrigin() {
        return origin().replaceFirst("^http", "ws");
    }

    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    /** The services by name, in the order in which they are shown. */
    public Map<String, URI> services() {
        Map<String, URI> services = new LinkedHashMap<>();
        services.put("portfolio", portfolioUrl);
        services.put("marketdata", marketdataUrl);
        services.put("billing", billingUrl);
        return services;
    }

    private static URI origin(String name, URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getQuery() != null
                || !url.getPath().matches("/?")) {
            throw new IllegalArgumentException(name + " must be http(s)://host[:port] without a path, was " + url);
        }
        return URI.create(url.toString().replaceFirst("/$", ""));
    }
}
