package io.recital.api.problem;

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

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }
}
