package io.riskwatch.service.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Title, licence, security, required members and names of the published document. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass({OpenAPI.class, ModelConverter.class})
class OpenApiAutoConfiguration {

    @Bean
    OpenAPI openApi(Environment environment) {
        String service = environment.getProperty("spring.application.name", "riskwatch");
        return new OpenAPI()
                .info(new Info().title("Riskwatch " + service).version("v1").license(new License().name("MIT")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    RequiredMembers requiredMembers() {
        return new RequiredMembers();
    }

    @Bean
    UniqueNames uniqueNames() {
        return new UniqueNames();
    }
}
