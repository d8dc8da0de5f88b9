package org.kakehashi.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The description of the REST interface, to read and try out at {@code /api/docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation implements WebMvcConfigurer {

    private static final String PASSWORD = "password";
    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";

    /** A problem detail of RFC 9457 as this product sends it. */
    private record Problem(String title, int status, String detail, String instance, List<Problems.Fault> errors) {}

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/api/docs", "/api/docs/swagger-ui/index.html");
    }

    @Bean
    OpenAPI description() {
        var password = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        var key = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("Kakehashi")
                        .version("v1")
                        .description("Seeds, needs, organisations and licensing cases of a national patent-licensing"
                                + " programme. Errors are problem details (RFC 9457); a POST that creates takes an"
                                + " Idempotency-Key and is then safe to repeat. Processes are started by"
                                + " /engine-rest, as Camunda 7 documents it."))
                .components(
                        new Components().addSecuritySchemes(PASSWORD, password).addSecuritySchemes(KEY, key))
                .addSecurityItem(new SecurityRequirement().addList(PASSWORD))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    OpenApiCustomizer problemsInDescription() {
        return api -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            var content = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
            var problem = new ApiResponse()
                    .description("Refused; detail says what to change")
                    .content(content);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().setDefault(problem));
        };
    }
}
