package io.riskwatch.gateway.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves the dashboard's build. Hashed files are kept for a year. The rest is asked for again each time and known by
 * the hash of its content: the build's time stamps are fixed, so that "not modified since" would keep an old page.
 */
@Configuration(proxyBeanMethods = false)
class DashboardFiles implements WebFluxConfigurer {

    private static final String ROOT = "classpath:/static/";

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setUseLastModified(false)
                .setEtagGenerator(this::tag)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setUseLastModified(false)
                .setEtagGenerator(this::tag)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new DashboardPage(page()));
    }

    Resource page() {
        return new ClassPathResource("static/index.html");
    }

    private String tag(Resource file) {
        try {
            return tags.computeIfAbsent(file.getURL().toString(), url -> "\"" + hash(file) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
