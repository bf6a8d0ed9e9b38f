package io.recital.extraction.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** Opens the connection to a language model. */
public final class LlmConnection {
    private LlmConnection() {}

    /** A model that obeys {@code Retry-After} within bounds and otherwise fails fast: the caller decides what then. */
    public static ChatModel open(LlmSettings settings) {
        return OpenAiChatModel.builder()
                .baseUrl(settings.baseUrl())
                .modelName(settings.model())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .temperature(0.0)
                .timeout(settings.timeout())
                .maxRetries(0)
                .httpClientBuilder(new PatientHttpClientBuilder(settings.longestWait()))
                .strictJsonSchema(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }
}
