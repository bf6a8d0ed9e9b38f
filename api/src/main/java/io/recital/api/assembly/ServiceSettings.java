package io.recital.api.assembly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be configured, as {@code recital.…} properties or {@code RECITAL_…} variables.
 *
 * @param dataDir where everything is kept
 */
@ConfigurationProperties("recital")
public record ServiceSettings(
        Path dataDir, @DefaultValue Llm llm, @DefaultValue Parser parser) {
    /**
     * The language model; off while there is no base URL.
     *
     * @param baseUrl of an OpenAI-compatible endpoint, such as {@code http://127.0.0.1:11434/v1}
     * @param longestWait most that an endpoint's wish to be asked later is obeyed for
     * @param concurrency most questions about clauses under way at once
     * @param maxAnswerTokens longest answer about a clause
     */
    public record Llm(
            @Nullable String baseUrl,
            @DefaultValue("") String model,
            @DefaultValue("") String apiKey,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("30s") Duration longestWait,
            @DefaultValue("4") int concurrency,
            @DefaultValue("2048") int maxAnswerTokens,
            @DefaultValue Price price,
            @DefaultValue Budget budget) {}

    /**
     * What the language model costs; without it, use is counted in tokens only.
     *
     * @param input for a million tokens sent
     * @param output for a million tokens answered
     * @param currency ISO 4217 code
     */
    public record Price(
            @Nullable BigDecimal input,
            @Nullable BigDecimal output,
            @DefaultValue("USD") String currency) {}

    /**
     * Most that a language model's answers about one contract may cost.
     *
     * @param tokens sent and answered together
     * @param money in the currency of the price; no limit when absent
     */
    public record Budget(
            @DefaultValue("200000") long tokens, @Nullable BigDecimal money) {}

    /**
     * The parser processes.
     *
     * @param deadline most time for one document
     */
    public record Parser(@DefaultValue("120s") Duration deadline) {}
}
