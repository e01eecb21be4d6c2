package io.riskwatch.gateway.session;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.riskwatch.gateway.platform.Platform;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.config.ReactiveSessionRepositoryCustomizer;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/** Browser sessions in Redis, known by a cookie that scripts cannot read. */
@Configuration(proxyBeanMethods = false)
@EnableRedisWebSession(redisNamespace = "riskwatch:session", maxInactiveIntervalInSeconds = SessionStore.IDLE_SECONDS)
class SessionStore implements BeanClassLoaderAware {

    static final int IDLE_SECONDS = 8 * 60 * 60;

    private static final String CREATED = "creationTime";

    private ClassLoader classLoader = SessionStore.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Bean
    WebSessionIdResolver sessionCookie(Platform platform) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(platform.https() ? "__Host-RW_SESSION" : "RW_SESSION");
        cookie.addCookieInitializer(
                c -> c.path("/").httpOnly(true).sameSite("Lax").secure(platform.https()));
        return cookie;
    }

    @Bean
    RedisSerializer<Object> springSessionDefaultRedisSerializer() {
        return new ForgivingSerializer(RedisSerializer.java(classLoader));
    }

    /** A request that ends while its session is deleted may leave a part of it behind, which is no session. */
    @Bean
    ReactiveSessionRepositoryCustomizer<ReactiveRedisSessionRepository> partsOfSessionsAreNone() {
        RedisSessionMapper whole = new RedisSessionMapper();
        return sessions -> sessions.setRedisSessionMapper((id, stored) ->
                stored.containsKey(CREATED) ? Mono.fromSupplier(() -> whole.apply(id, stored)) : Mono.empty());
    }

    /** Without its Redis the gateway says so at once; queueing commands would make every request wait. */
    @Bean
    LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
