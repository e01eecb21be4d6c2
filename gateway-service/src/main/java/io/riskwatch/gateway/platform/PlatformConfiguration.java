package io.riskwatch.gateway.platform;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the addresses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Platform.class)
class PlatformConfiguration {}
