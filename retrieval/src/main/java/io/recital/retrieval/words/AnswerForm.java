package io.recital.retrieval.words;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer must hold to be one: an amount for "how much", a day for "when". */
public enum AnswerForm {
    AMOUNT("[$€£¥]\\s?\\d|\\b(?:[A-Z]{3})\\s?\\d|\\d\\s?(?:[A-Z]{3}\\b|dollars|euros?|pounds|francs)|\\[\\*+]"),
    PERCENT("(?i)\\d\\s?%|\\bper ?cent\\b|\\bpercentage points?\\b"),
    SPAN(
            "(?i)\\b(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety"
                    + "|hundred|half)\\b\\W{0,3}(?:\\S+\\W{1,2}){0,2}?(?:minute|hour|day|week|month|quarter|year)s?\\b"),
    DAY("\\b(?:\\d{1,2}(?:st|nd|rd|th|\\.)? )?(?:January|February|March|April|May|June|July|August|September|October"
            + "|November|December)\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b"),
    NUMBER("(?i)\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
            + "|fifty|hundred)\\b"),
    NAME("\\b\\p{Lu}\\p{L}+");

    private static final Pattern SPANS = Pattern.compile(
            "(?i)\\bhow (?:long|soon|late|fast|quickly|early|often)\\b|\\b(?:what|how much) notice\\b|\\bnotice period\\b|\\bhow many"
                    + " (?:business |working |calendar )?(?:minute|hour|day|week|month|year)s\\b|\\b(?:in|within) what time\\b"
                    + "|\\bpayment terms?\\b|\\b(?:response|resolution) time\\b|\\bhow much time\\b|\\bhow much .{0,20}notice\\b");
    private static final Pattern DAYS = Pattern.compile(
            "(?i)\\bwhen (?:does|do|did|is|are|was|were|will|must|has|have)\\b|\\bby when\\b|\\b(?:what|which) (?:date|day)\\b"
                    + "|\\bby what (?:date|day)\\b|\\buntil when\\b|\\bfrom when\\b|\\bdate of\\b|\\b\\w+ date\\b");
    private static final Pattern RATES = Pattern.compile(
            "(?i)\\b(?:percent(?:age)?|per cent|share of|uptime|availability|accuracy|interest|royalt\\w+|on-time)\\b|%");
    private static final Pattern MONEY = Pattern.compile(
            "(?i)\\bhow much\\b|\\b(?:money|price|cost|costs|fee|fees|charge|charges|surcharge|worth|amount|rate|pay|value|ceiling"
                    + "|cap|rent|premium|discount|rebate|spend|penalty|damages|royalty|limit)\\b");
    private static final Pattern COUNT = Pattern.compile("(?i)\\bhow many\\b|\\bwhat (?:number|quantity|volume)\\b");
    private static final Pattern WHO = Pattern.compile("(?i)^\\W*who(?:m|se|s|'s|’s)?\\b|\\bwho (?:is|are)\\b");

    private final Pattern inText;

    AnswerForm(String inText) {
        this.inText = Pattern.compile(inText);
    }

    /** Whether a text holds something of this form. */
    public boolean standsIn(String text) {
        return inText.matcher(text).find();
    }

    /** The forms of which an answer must hold one; empty where the wording asks for none. */
    public static Set<AnswerForm> of(String question) {
        if (WHO.matcher(question).find()) {
            return EnumSet.of(NAME);
        }
        if (SPANS.matcher(question).find()) {
            return EnumSet.of(SPAN);
        }
        if (COUNT.matcher(question).find()) {
            return EnumSet.of(NUMBER);
        }
        if (DAYS.matcher(question).find()) {
            return EnumSet.of(DAY, SPAN);
        }
        Set<AnswerForm> forms = EnumSet.noneOf(AnswerForm.class);
        if (MONEY.matcher(question).find()) {
            forms.add(AMOUNT);
            forms.add(PERCENT);
        }
        if (RATES.matcher(question).find()) {
            forms.add(PERCENT);
        }
        return forms;
    }
}
