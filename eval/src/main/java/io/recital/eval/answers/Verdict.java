package io.recital.eval.answers;

/**
 * Whether an answer is right.
 *
 * @param why in a few words, for whoever looks into it
 */
record Verdict(boolean right, String why) {
    static Verdict right(String why) {
        return new Verdict(true, why);
    }

    static Verdict wrong(String why) {
        return new Verdict(false, why);
    }
}
