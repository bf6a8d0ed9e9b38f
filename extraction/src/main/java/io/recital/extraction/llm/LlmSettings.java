package io.recital.extraction.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Where the language model is.
 *
 * @param baseUrl of an OpenAI-compatible endpoint, such as {@code http://127.0.0.1:11434/v1}
 * @param apiKey empty where the endpoint asks for none
 * @param timeout of one request
 * @param longestWait most that a {@code Retry-After} is obeyed for; a longer one counts as rate-limited
 */
public record LlmSettings(String baseUrl, String model, String apiKey, Duration timeout, Duration longestWait) {
    public LlmSettings {
        requireNonNull(apiKey, "apiKey");
        requireNonNull(timeout, "timeout");
        requireNonNull(longestWait, "longestWait");
        if (!baseUrl.startsWith("http://") && !baseUrl.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "recital.llm.base-url must begin with http:// or https://, such as http://127.0.0.1:11434/v1");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("Set recital.llm.model to the name of the model to ask");
        }
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "LlmSettings[" + baseUrl + ", " + model + "]";
    }
}
