package io.recital.api.problem;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** A request cannot be met; the message says what to do next. */
public final class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final String type;

    public ProblemException(HttpStatus status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    /** Nothing of this kind has this id. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "There is no " + what + " with id " + id + " for this key.");
    }

    /** The request itself is wrong. */
    public static ProblemException badRequest(String message) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", message);
    }

    /** What a request makes; a rule of the domain that refuses it becomes a problem in its words. */
    public static <R> R valid(Supplier<R> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(e.getMessage() + ".");
        }
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }
}
