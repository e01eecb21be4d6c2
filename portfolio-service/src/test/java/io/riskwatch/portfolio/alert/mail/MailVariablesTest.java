package io.riskwatch.portfolio.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** The variables that docker-compose.yml hands on set up the mail server, each one of them; without them there is none. */
class MailVariablesTest {

    private static Binder binder(Map<String, Object> variables) throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        for (var settings : new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yml"))) {
            environment.getPropertySources().addLast(settings);
        }
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment);
    }

    private static Map<String, Object> ofCompose() throws IOException {
        var found = Pattern.compile("(?m)^ +((SPRING|RISKWATCH_ALERT)_MAIL_\\w+):$")
                .matcher(Files.readString(Path.of("..", "docker-compose.yml")));
        var names = new HashMap<String, Object>();
        while (found.find()) {
            names.put(found.group(1), "");
        }
        return names;
    }

    @Test
    void whatComposeHandsOnIsTheServerItsUserItsEncryptionAndTheSender() throws IOException {
        var names = ofCompose().keySet();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "SPRING_MAIL_HOST",
                        "SPRING_MAIL_PORT",
                        "SPRING_MAIL_USERNAME",
                        "SPRING_MAIL_PASSWORD",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE",
                        "RISKWATCH_ALERT_MAIL_FROM");
        var values = new HashMap<String, Object>();
        names.forEach(name -> values.put(name, name.contains("_SMTP_") ? "true" : "x"));
        values.put("SPRING_MAIL_PORT", "2525");

        var binder = binder(values);

        var mail = binder.bind("spring.mail", MailProperties.class).get();
        assertThat(mail.getHost()).isEqualTo("x");
        assertThat(mail.getPort()).isEqualTo(2525);
        assertThat(mail.getUsername()).isEqualTo("x");
        assertThat(mail.getPassword()).isEqualTo("x");
        assertThat(mail.getProperties())
                .containsEntry("mail.smtp.auth", "true")
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.enable", "true")
                .as("no server is waited for without end")
                .containsEntry("mail.smtp.timeout", "10000");
        assertThat(binder.bind("riskwatch.alert.mail", MailSettings.class).get().from())
                .isEqualTo("x");
    }

    @Test
    void withoutThemThereIsNoServerAndTheSenderIsThePlatforms() throws IOException {
        var binder = binder(Map.of());

        assertThat(binder.bind("spring.mail.host", String.class).isBound()).isFalse();
        assertThat(binder.bind("riskwatch.alert.mail", MailSettings.class).get().from())
                .isNull();
    }
}
