package io.recital.retrieval.portfolio;

import java.util.regex.Pattern;

/** What a value looks like that answers a question. */
enum Form {
    TIME("how (?:long|fast|soon|quick(?:ly)?|late|many (?:days|weeks|months|years|hours))"
            + "|(?:what|how much) (?:\\S+ )?notice|notice period|what (?:time|period)|within (?:what|which|how)|by when"
            + "|\\bperiods?\\b|\\bduration\\b|\\b(?:longer|shorter|faster|sooner|quicker|slower)\\b"),
    MONEY("how much|\\bcover(?:age)?\\b|what (?:sum|amount|price|fee)|cost|price of"),
    PERCENT("what (?:percentage|rate|share|per ?cent)|which percentage"),
    DAY("what (?:day|date)|which (?:day|date)|^\\W*when\\b"),
    ANY("");

    private final Pattern words;

    Form(String words) {
        this.words = Pattern.compile("(?i)(?:" + words + ")");
    }

    /** The form that a question asks for. */
    static Form of(String question) {
        for (Form form : values()) {
            if (form.words.matcher(question).find()) {
                return form;
            }
        }
        return ANY;
    }
}
