package io.riskwatch.gateway.session;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.riskwatch.gateway.platform.Platform;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/** Browser sessions in Redis, known by a cookie that scripts cannot read. */
@Configuration(proxyBeanMethods = false)
@EnableRedisWebSession(redisNamespace = "riskwatch:session", maxInactiveIntervalInSeconds = SessionStore.IDLE_SECONDS)
class SessionStore implements BeanClassLoaderAware {

    static final int IDLE_SECONDS = 8 * 60 * 60;

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

    /** Without its Redis the gateway says so at once; queueing commands would make every request wait. */
    @Bean
    LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
