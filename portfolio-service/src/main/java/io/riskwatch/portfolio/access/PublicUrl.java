package io.riskwatch.portfolio.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one origin users see, which is the issuer of every token. It has no path: discovery documents are looked for at the
 * origin's root, and with a path in the issuer the endpoints in them would be wrong.
 */
@ConfigurationProperties("riskwatch")
public record PublicUrl(URI publicUrl) {

    public PublicUrl {
        String path = publicUrl.getPath();
        if (publicUrl.getHost() == null || publicUrl.getScheme() == null || !(path == null || path.isEmpty())) {
            throw new IllegalArgumentException(
                    "RISKWATCH_PUBLIC_URL must be an origin without a path, such as https://riskwatch.example, was "
                            + publicUrl);
        }
    }

    public String issuer() {
        return publicUrl.toString();
    }

    /** An address under the origin. */
    public String at(String path) {
        return publicUrl + path;
    }

    public boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }
}
