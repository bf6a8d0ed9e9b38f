package io.recital.samples.evidence;

/** A quote that does not stand where it says; the message tells its author what was nearest. */
public final class UnfoundQuote extends Exception {
    private static final long serialVersionUID = 1L;

    UnfoundQuote(String message) {
        super(message);
    }
}
