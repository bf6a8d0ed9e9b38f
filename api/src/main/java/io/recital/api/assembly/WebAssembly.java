package io.recital.api.assembly;

import io.recital.api.description.DescribedExamples;
import io.recital.api.problem.Problems;
import io.recital.api.security.ApiKeyFilter;
import io.recital.api.security.ShareFilter;
import io.recital.models.store.FindingJson;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.time.ZoneId;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What all of HTTP shares: JSON forms, keys, the description of the API. */
@Configuration(proxyBeanMethods = false)
class WebAssembly {
    @Bean
    JsonMapperBuilderCustomizer findingForms() {
        return FindingJson::configure;
    }

    /** A field that nobody reads is most often a misspelt one. */
    @Bean
    JsonMapperBuilderCustomizer unknownFieldsAreRefused() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(Repositories repositories, Problems problems) {
        FilterRegistrationBean<ApiKeyFilter> registration =
                new FilterRegistrationBean<>(new ApiKeyFilter(repositories.apiKeys(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ShareFilter> shareFilter(
            Repositories repositories, Tenancy tenancy, Problems problems, Clock clock) {
        FilterRegistrationBean<ShareFilter> registration =
                new FilterRegistrationBean<>(new ShareFilter(repositories.shares(), tenancy, problems, clock));
        registration.addUrlPatterns(ShareFilter.PATH, ShareFilter.PATH + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    OpenApiCustomizer describedExamples() {
        return DescribedExamples::addTo;
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Recital API")
                        .version("v1")
                        .description("Contracts in, findings with evidence and cited answers out. Offsets count"
                                + " Unicode code points of a document version's stored text"
                                + " (GET /api/v1/documents/{id}/text). Errors are problem details (RFC 9457).")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key; the first one is printed at the first start. Below"
                                                + " /api/v1/shared a token that was shared with a counterparty.")))
                .addSecurityItem(new SecurityRequirement().addList("key"));
    }
}
