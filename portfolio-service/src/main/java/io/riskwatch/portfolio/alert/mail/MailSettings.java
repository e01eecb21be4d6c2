package io.riskwatch.portfolio.alert.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What e-mail says about itself.
 *
 * @param from the sender; absent: {@code alerts@} the host of the public address
 */
@ConfigurationProperties("riskwatch.alert.mail")
record MailSettings(@Nullable String from) {

    MailSettings {
        from = from == null || from.isBlank() ? null : from;
    }
}
