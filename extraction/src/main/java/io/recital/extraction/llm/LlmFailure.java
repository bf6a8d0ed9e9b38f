package io.recital.extraction.llm;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.FailureCategory;

/** Sorts what can go wrong with a language model into the categories that extraction knows. */
final class LlmFailure {
    private LlmFailure() {}

    static Extraction.Failed of(RuntimeException failure) {
        if (failure instanceof RateLimitException) {
            return new Extraction.Failed(FailureCategory.RATE_LIMITED, true, "the endpoint is busy");
        }
        if (failure instanceof TimeoutException) {
            return new Extraction.Failed(FailureCategory.TIMEOUT, true, "no answer in time");
        }
        if (failure instanceof AuthenticationException) {
            return new Extraction.Failed(
                    FailureCategory.UNAVAILABLE, false, "the endpoint refused the key: check recital.llm.api-key");
        }
        if (failure instanceof ModelNotFoundException) {
            return new Extraction.Failed(
                    FailureCategory.UNAVAILABLE, false, "the endpoint has no such model: check recital.llm.model");
        }
        if (failure instanceof ContentFilteredException || failure instanceof InvalidRequestException) {
            return new Extraction.Failed(FailureCategory.REFUSED, false, "the endpoint refused the request");
        }
        return new Extraction.Failed(FailureCategory.UNAVAILABLE, true, "the endpoint could not be reached");
    }
}
