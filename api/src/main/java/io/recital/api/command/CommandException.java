package io.recital.api.command;

/** A command cannot go on; the message is one sentence that says what to do. */
public final class CommandException extends RuntimeException {
    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
