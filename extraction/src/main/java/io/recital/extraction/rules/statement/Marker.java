package io.recital.extraction.rules.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises list markers: {@code (a)}, {@code (ii)}, {@code 3.}, bullets. */
final class Marker {
    private static final Pattern LEADING =
            Pattern.compile("^\\s*(?:\\*{1,2}|>)?\\s*(?:\\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,5}|\\d{1,2})\\)"
                    + "|(?:Section|Clause|Article)\\s+\\d{1,3}(?:\\.\\d{1,3})*[.):]?(?=\\s)"
                    + "|\\d{1,3}(?:\\.\\d{1,3})*[.)](?=\\s)|\\d{1,3}(?:\\.\\d{1,3})+(?=\\s)"
                    + "|[a-zA-Z][.)](?=\\s)|[ivx]{1,4}[.)](?=\\s)|[•●▪◦·*–—-](?=\\s))\\s*");
    private static final Pattern INLINE = Pattern.compile("\\((?<mark>[a-z]{1,2}|[ivx]{1,5}|\\d{1,2}|[A-H])\\)\\s");

    private Marker() {}

    /** How many leading characters are a marker and its blanks; 0 when there is none. */
    static int length(String text) {
        Matcher matcher = LEADING.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** Where the marks {@code (a) (b) …}, {@code (i) (ii) …} or {@code (1) (2) …} of one run begin; two at least, or none. */
    static List<int[]> run(String text) {
        Matcher matcher = INLINE.matcher(text);
        List<int[]> run = new ArrayList<>();
        String expected = "";
        String style = "";
        while (matcher.find()) {
            String mark = matcher.group("mark");
            if (run.isEmpty()) {
                if (mark.equals("a") || mark.equals("i") || mark.equals("1") || mark.equals("A")) {
                    style = mark;
                    expected = following(style, 1);
                    run.add(new int[] {matcher.start(), matcher.end()});
                }
            } else if (mark.equals(expected)) {
                run.add(new int[] {matcher.start(), matcher.end()});
                expected = following(style, run.size());
            }
        }
        return run;
    }

    private static String following(String first, int index) {
        return switch (first) {
            case "a" -> String.valueOf((char) ('a' + index));
            case "A" -> String.valueOf((char) ('A' + index));
            case "1" -> String.valueOf(index + 1);
            default -> ROMAN.get(Math.min(index, ROMAN.size() - 1));
        };
    }

    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi");
}
