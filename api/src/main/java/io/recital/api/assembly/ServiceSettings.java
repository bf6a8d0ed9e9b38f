package io.recital.api.assembly;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be configured, as {@code recital.…} properties or {@code RECITAL_…} variables.
 *
 * @param dataDir where everything is kept
 * @param company the tenant's own company names, so that the other side of a contract is known
 */
@ConfigurationProperties("recital")
public record ServiceSettings(
        Path dataDir,
        @DefaultValue("") java.util.List<String> company,
        @DefaultValue Llm llm,
        @DefaultValue Parser parser) {
    /**
     * The language model; off while there is no base URL.
     *
     * @param baseUrl of an OpenAI-compatible endpoint, such as {@code http://127.0.0.1:11434/v1}
     */
    public record Llm(
            @Nullable String baseUrl,
            @DefaultValue("") String model,
            @DefaultValue("") String apiKey,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("30s") Duration longestWait) {}

    /**
     * The parser processes.
     *
     * @param deadline most time for one document
     */
    public record Parser(@DefaultValue("120s") Duration deadline) {}
}
