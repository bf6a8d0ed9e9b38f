package io.recital.api.problem;

import io.recital.models.store.JsonFault;
import io.recital.models.store.error.StoreException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers every failure of a request with a problem detail, and never with a stack trace or contract text. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail on(ProblemException problem) {
        return Problems.of(
                problem.status(), problem.type(), Objects.requireNonNullElse(problem.getMessage(), "no detail"));
    }

    @ExceptionHandler
    ProblemDetail on(StoreException failure) {
        LOG.warn("A request failed in the store: {}", failure.getMessage());
        return Problems.of(
                failure.retriable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                "store",
                failure.retriable()
                        ? Problems.NO_DATABASE
                        : "The database could not do this. The service's log says why.");
    }

    @ExceptionHandler
    ProblemDetail on(DataAccessException failure) {
        LOG.warn("A request failed in the database", failure);
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "store", Problems.NO_DATABASE);
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException mismatch) {
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The value of '" + mismatch.getName() + "' is not " + form(mismatch.getRequiredType()) + ".");
    }

    @ExceptionHandler
    ProblemDetail on(RuntimeException failure) {
        LOG.error("A request failed", failure);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong that should not; the service's log says what.");
    }

    private static String form(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a day such as 2026-06-30";
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return "a number such as 99.95";
        }
        if (type == UUID.class) {
            return "an id as lists show it, such as 11111111-1111-1111-1111-111111111111";
        }
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type == Integer.class || type == int.class || type == Long.class || type == long.class
                ? "a whole number"
                : "one of its values";
    }

    /** Says which field is wrong and how; what was sent is not repeated. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String faults = e.getFieldErrors().stream()
                .map(fault -> "'" + fault.getField() + "' "
                        + (fault.isBindingFailure()
                                ? "is not " + form(e.getBindingResult().getFieldType(fault.getField()))
                                : fault.getDefaultMessage()))
                .sorted()
                .collect(Collectors.joining("; "));
        return ResponseEntity.badRequest().body(Problems.of(HttpStatus.BAD_REQUEST, "bad-request", faults + "."));
    }

    /** Says where the JSON breaks off, or which of its fields is wrong and what to write there. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = e.getCause() instanceof JacksonException fault
                ? JsonFault.of(fault, "body") + "."
                : "Send a body in JSON, as the example in the API's description shows it.";
        return ResponseEntity.badRequest().body(Problems.of(HttpStatus.BAD_REQUEST, "bad-request", detail));
    }

    /** What the platform itself refuses, such as a parameter that is missing, gets a type that a plugin can switch on too. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && status.value() == HttpStatus.BAD_REQUEST.value()) {
            problem.setType(Problems.typeOf("bad-request"));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "A file may have 200 MB at most and a request 512 MB; split the document or send fewer at once.");
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
    }
}
