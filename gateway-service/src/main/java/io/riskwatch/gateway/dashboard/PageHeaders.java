package io.riskwatch.gateway.dashboard;

import io.riskwatch.gateway.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.stereotype.Component;

/** What browsers may do with our pages: load from this origin only, be framed by nobody, tell others nothing. */
@Component
public class PageHeaders implements Customizer<HeaderSpec> {

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Platform platform;
    private final String policy;

    PageHeaders(Platform platform, DashboardFiles files) {
        this.platform = platform;
        this.policy = policy(platform, files.page());
    }

    @Override
    public void customize(HeaderSpec headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(frame -> frame.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicy(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .hsts(hsts -> hsts.disable());
        if (platform.https()) {
            // by our own address: behind a proxy that ends TLS, the request itself does not look secure
            headers.writer(StaticServerHttpHeadersWriter.builder()
                    .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                    .build());
        }
    }

    private static String policy(Platform platform, Resource page) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'" + inlineScripts(page),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src 'self' " + platform.socketOrigin(),
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /** The build's own inline scripts, allowed by their hashes. */
    private static String inlineScripts(Resource page) {
        if (!page.exists()) {
            return "";
        }
        try {
            StringBuilder hashes = new StringBuilder();
            Matcher script = INLINE_SCRIPT.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            while (script.find()) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
                hashes.append(" 'sha256-")
                        .append(Base64.getEncoder().encodeToString(hash))
                        .append('\'');
            }
            return hashes.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
