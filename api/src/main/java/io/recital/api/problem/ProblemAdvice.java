package io.recital.api.problem;

import io.recital.models.store.error.StoreException;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

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
            return "an id as lists show it";
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
