package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/** A stretch of text in one type face, written {@code **bold**} or {@code _italic_} in the source. */
public record Run(String text, Face face) {
    public enum Face {
        REGULAR,
        BOLD,
        ITALIC
    }

    /** Splits marked-up text into its runs. */
    public static List<Run> parse(String marked) {
        List<Run> runs = new ArrayList<>();
        Face face = Face.REGULAR;
        int from = 0;
        for (int at = 0; at < marked.length(); at++) {
            int rule = rule(marked, at);
            if (rule > 0) {
                at += rule - 1;
                continue;
            }
            boolean bold = marked.startsWith("**", at) && !isRedaction(marked, at);
            if (!bold && marked.charAt(at) != '_') {
                at += isRedaction(marked, at) ? 2 : 0;
                continue;
            }
            add(runs, marked.substring(from, at), face);
            Face marker = bold ? Face.BOLD : Face.ITALIC;
            face = face == marker ? Face.REGULAR : marker;
            at += bold ? 1 : 0;
            from = at + 1;
        }
        add(runs, marked.substring(from), face);
        return runs;
    }

    /** The text without mark-up. */
    public static String plain(String marked) {
        return String.join("", parse(marked).stream().map(Run::text).toList());
    }

    /** The length of a line to write on, at least three low lines; 0 when there is none. */
    private static int rule(String marked, int at) {
        int end = at;
        while (end < marked.length() && marked.charAt(end) == '_') {
            end++;
        }
        return end - at >= 3 ? end - at : 0;
    }

    private static boolean isRedaction(String marked, int at) {
        return marked.startsWith("***]", at);
    }

    private static void add(List<Run> runs, String text, Face face) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, face));
        }
    }
}
