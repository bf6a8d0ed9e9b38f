package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.wording.Cue;
import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what makes a duty, a prohibition or a right, and leaves aside what only states an effect. */
final class ModalPhrases {
    private static final String ASIDE = "(?:\\s*,[^,;:]{1,120},)?\\s*";
    private static final String ADVERBS =
            "(?:(?:\\w+ly|also|then|further|hereby|at all times|only|each|both|first|so)\\s+){0,3}";

    private static final Pattern MODAL = Pattern.compile(
            "(?<![\\w’'-])(?<!\\bat )(?<verb>shall|must|will|may|SHALL|MUST|WILL|MAY)\\b"
                    + "(?:\\s+(?:also|only|further|thereafter|then|each|always))?(?<not>\\s+(?i:not|never|at\\s+no\\s+time|under\\s+no\\s+circumstances|in\\s+no\\s+event)\\b)?");

    /** Present-tense forms, each with what it makes. */
    private static final List<Present> PRESENT = List.of(
            new Present(
                    "(?:hereby\\s+|further\\s+|also\\s+|each\\s+|expressly\\s+|irrevocably\\s+)*(?:acknowledges?\\s+and\\s+)?(?:agrees?|undertakes?|covenants?|commits?|promises?)"
                            + "(?:\\s+and\\s+(?:agrees?|undertakes?|covenants?))?(?:\\s+with\\s+(?:the\\s+)?\\p{Lu}\\w+)?"
                            + ASIDE + "not\\s+to\\b",
                    Modality.PROHIBITION,
                    0.9),
            new Present(
                    "(?:hereby\\s+|further\\s+|also\\s+|each\\s+|expressly\\s+|irrevocably\\s+)*(?:acknowledges?\\s+and\\s+)?(?:agrees?|undertakes?|covenants?|commits?|promises?)"
                            + "(?:\\s+and\\s+(?:agrees?|undertakes?|covenants?))?(?:\\s+with\\s+(?:the\\s+)?\\p{Lu}\\w+)?"
                            + ASIDE
                            + "to\\b(?!\\s+(?:be\\s+bound|the|this|these|those|such|a|an|any|all|its|their|each)\\b)",
                    Modality.DUTY,
                    0.88),
            new Present(
                    "(?:is|are)\\s+(?:hereby\\s+)?(?:obliged|obligated|required|bound)\\s+to\\b", Modality.DUTY, 0.9),
            new Present("(?:has|have)\\s+to\\s+(?!be\\b|wait\\b)(?=[a-z]+\\b)", Modality.DUTY, 0.8),
            new Present(
                    "can\\s+(?=(?:also\\s+|only\\s+|further\\s+)?(?:claim|demand|terminate|cancel|require|request|refuse|withhold|reject|deduct|set\\s+off|assign|audit|inspect|rescind|object|extend|choose|recover|invoice|charge)\\b)",
                    Modality.RIGHT,
                    0.75),
            new Present(
                    "(?:has|have)\\s+(?:the|an)\\s+(?:\\w+\\s+)?(?:obligation|duty|responsibility)\\s+to\\b",
                    Modality.DUTY,
                    0.88),
            new Present(
                    "(?:is|are)\\s+(?:hereby\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free)" + ASIDE + "to\\b",
                    Modality.RIGHT,
                    0.88),
            new Present(
                    "(?:has|have|retains?)\\s+(?:the|a)\\s+(?:[\\w-]+,?\\s+){0,3}(?:right|option)" + ASIDE
                            + "(?:to|of)\\b",
                    Modality.RIGHT,
                    0.88),
            new Present(
                    "(?:hereby\\s+)?reserves?\\s+(?:the|its)\\s+(?:\\w+\\s+)?rights?" + ASIDE + "(?:to|of)\\b",
                    Modality.RIGHT,
                    0.9),
            new Present(
                    "(?:is|are)\\s+(?:not\\s+(?:entitled|permitted|allowed|authori[sz]ed)\\s+to|(?:\\w+ly\\s+)?prohibited\\s+from)\\b",
                    Modality.PROHIBITION,
                    0.88),
            new Present(
                    "(?:has|have)\\s+no\\s+(?:right|authority|power)(?:\\s+or\\s+\\w+)?\\s+to\\b",
                    Modality.PROHIBITION,
                    0.8),
            new Present("(?:can\\s*not)\\b(?!\\s+be\\b)", Modality.PROHIBITION, 0.7),
            new Present("(?:is|are)\\s+not\\s+to\\s+(?!be\\b|exceed\\b)(?=[a-z]+\\b)", Modality.PROHIBITION, 0.75),
            new Present("(?:is|are)\\s+to\\s+(?!be\\b|receive\\b)(?=[a-z]+\\b)", Modality.DUTY, 0.75),
            new Present(
                    "(?<!whether\\sor\\s)(?<=\\b(?:and|but|or)\\s)not\\s+to\\b(?=\\s+[a-z])",
                    Modality.PROHIBITION,
                    0.8));

    private static final Pattern RESPONSIBLE = Pattern.compile(
            "\\b(?:is|are)\\s+(?=(?:\\w+ly\\s+)?responsible\\s+(?:for|to)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern REQUIRED = of("be\\s+(?:\\w+ly\\s+)?(?:obliged|obligated|required|bound)\\s+to\\b");
    private static final Pattern BE_RESPONSIBLE =
            of("be\\s+(?:\\w+ly\\s+)?(?:responsible|accountable|liable)\\s+(?:for|to)\\b");
    private static final String BETWEEN =
            "(?:\\s+(?:at|upon|during|on|in|for|from|without|with|exercisable|within|under)\\s+[^,;:.]{1,60}?)?";
    private static final Pattern ENTITLED =
            of("(?:be\\s+(?:\\w+ly\\s+)?(?:entitled|permitted|allowed|authori[sz]ed|free)" + ASIDE + "to\\b"
                    + "|(?:have|retain|reserve)\\s+(?:(?:the|a|an|its|full|sole|complete|absolute)\\s+)+(?:[\\w-]+,?\\s+){0,5}?(?:rights?|option|power|opportunity|discretion|authority|privilege)"
                    + BETWEEN + ASIDE + "(?:to|of)\\b)");
    /** Control and use that a party shall have are rights, and responsibility a duty. */
    private static final Pattern HAVING = of(
            "have\\s+(?=(?:(?:the|a|an|full|free|prompt|timely)\\s+)*(?:(?:sole|exclusive|final|complete|full|absolute|unlimited|unrestricted|reasonable)\\s+(?:[\\w-]+,?\\s+){0,4}?)?(?:use|control|access|approval|discretion|say)\\b)");

    private static final Pattern CHARGED = of(
            "have\\s+(?=(?:(?:the|a|an|full|sole|primary|exclusive|ultimate|overall)\\s+)*(?!no\\b|any\\b)(?:[\\w-]+\\s+)?(?:responsibility|responsibilities|duty|obligation)\\s+(?:for|to|of)\\b)");
    private static final Pattern NO_RIGHT = of(
            "have\\s+(?:no|any)\\s+(?:\\w+\\s+)?(?:rights?|authority|power)(?:\\s*,?\\s*(?:and|or|nor)?\\s*(?:rights?|authority|power))*(?:\\s+(?:whatsoever|in\\s+any\\s+(?:way|manner)))?\\s*,?\\s*to\\b");
    private static final Pattern FORBIDDEN = of("(?:be\\s+(?:\\w+ly\\s+)?prohibited\\s+from\\b|refrain\\s+from\\b)");
    private static final Pattern PASSIVE = of(
            "be\\s+(?:\\w+ly\\s+)?(?<participle>\\w+(?:ed|[^m]en|wn)|payable|due|paid|borne|made|held|kept|sent|given|done|built|set|met|put)\\b");
    private static final Pattern ACTIVE_BE = of(
            "be\\s+(?:and\\s+remain\\s+)?(?:\\w+ly\\s+)?(?:available|present|compliant|in\\s+compliance|represented)\\b|remain\\s+(?:\\w+ly\\s+|for\\s+[^,;.]{3,40}?\\s)?(?:responsible|liable|obligated|in\\s+(?:full\\s+)?compliance)\\b");
    private static final Pattern EFFECT = of(
            "(?:be|mean|means|survive|constitute|govern|inure|become|remain|own|expire|prevail"
                    + "|incur|suffer|occur|arise|fail|have|result|vest|belong|accrue|benefit|take\\s+effect|consist|need|wish|desire|contain|require[sd]?\\s+hereunder"
                    + "|receive|hold\\s+(?:all|title)|retain\\s+(?:all|any|full|sole|exclusive|its|title|ownership|the\\s+(?:entire|right|sole|exclusive|copyright|title))"
                    + "|cease\\s+to\\s+(?:be|have|exist)|include\\s+(?:its|their|any|all|successors)|and|or|equal|exceed|lose|find|come|seem|appear(?!\\s+(?:at|in|on|for|before))|learn|discover|experience|deem|think|differ|vary|rely\\s+solely|continue\\s+to\\s+be)\\b");
    /** Verbs that state an effect alone, and a duty with what stands beside them. */
    private static final Pattern NO_EFFECT = of(
            "(?:receive,|have\\s+(?!no\\b)[^,;.]{3,80}?\\s(?:made|confirmed|tested|checked|audited|compared|certified|reviewed|inspected|operational|available|completed|installed|ready|approved|delivered|insured|trained)\\b"
                    + "|(?:retain|hold|have)\\s+(?:any|all)\\s+(?:records?|documents?|copies)|belong\\s+solely|hold\\s+all\\s+(?:permits|licen[cs]es|consents))");

    private static final Pattern MUST_HAVE =
            Pattern.compile("^must\\s+(?:\\w+ly\\s+)?have\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_TO = of(
            "have\\s+(?:until\\s+[^,;.]{3,40}?|[^,;.]{3,40}?\\b(?:days|months|weeks|hours)(?:\\s+(?:from|after|following|of)\\s+[^,;.]{3,60}?)?)\\s+(?=(?:in\\s+which\\s+)?to\\b)");
    private static final Pattern EFFECT_OF_MAY = of(
            "(?:(?:mutually\\s+)?agree\\b|require\\s+(?:in|from)\\b|reasonably\\s+require\\b(?!\\s+\\w+\\s+to)|require\\s*(?:$|[.;,]))");

    private ModalPhrases() {}

    private record Present(Pattern pattern, Modality modality, double weight) {
        Present(String regex, Modality modality, double weight) {
            this(Pattern.compile("(?<![\\w’'-])" + regex, Pattern.CASE_INSENSITIVE), modality, weight);
        }
    }

    private static Pattern of(String regex) {
        return Pattern.compile(
                "^\\s*(?:,[^,;:]{1,220},\\s*)?" + ADVERBS + "(?<core>" + regex + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Every modal phrase in text order, without overlaps. */
    static List<ModalPhrase> in(String text, List<PartyMention> mentions, boolean presentTense) {
        List<ModalPhrase> found = new ArrayList<>();
        Matcher modal = MODAL.matcher(text);
        while (modal.find()) {
            read(text, modal).ifPresent(found::add);
        }
        String folded = Cue.fold(text);
        for (Present present : PRESENT) {
            if (Cue.of(present.pattern()).mayStandIn(folded)) {
                addPresent(text, present, found);
            }
        }
        Matcher responsible = RESPONSIBLE.matcher(text);
        while (responsible.find()) {
            add(new ModalPhrase(responsible.start(), responsible.end(), Modality.DUTY, 0.8), found);
        }
        Promises.in(text, mentions, presentTense).forEach(promise -> add(promise, found));
        found.sort(Comparator.comparingInt(ModalPhrase::start));
        return found;
    }

    private static void addPresent(String text, Present present, List<ModalPhrase> found) {
        Matcher matcher = present.pattern().matcher(text);
        while (matcher.find()) {
            add(new ModalPhrase(matcher.start(), matcher.end(), present.modality(), present.weight()), found);
        }
    }

    private static void add(ModalPhrase phrase, List<ModalPhrase> found) {
        if (found.stream().noneMatch(other -> phrase.start() < other.end() && other.start() < phrase.end())) {
            found.add(phrase);
        }
    }

    private static Optional<ModalPhrase> read(String text, Matcher modal) {
        boolean not = modal.group("not") != null;
        boolean may = modal.group("verb").equalsIgnoreCase("may");
        String rest = text.substring(modal.end(), Math.min(text.length(), modal.end() + 400));
        int start = modal.start();
        int end = modal.end();
        Matcher matcher = REQUIRED.matcher(rest);
        if (matcher.find()) {
            return not || may ? Optional.empty() : phrase(start, end + matcher.end(), Modality.DUTY, 0.92);
        }
        matcher = ENTITLED.matcher(rest);
        if (matcher.find()) {
            return phrase(start, end + matcher.end(), not ? Modality.PROHIBITION : Modality.RIGHT, 0.9);
        }
        matcher = NO_RIGHT.matcher(rest);
        if (matcher.find()) {
            return phrase(start, end + matcher.end(), Modality.PROHIBITION, 0.85);
        }
        matcher = FORBIDDEN.matcher(rest);
        if (matcher.find()) {
            return not ? Optional.empty() : phrase(start, end + matcher.end(), Modality.PROHIBITION, 0.92);
        }
        if (BE_RESPONSIBLE.matcher(rest).find()) {
            return not || may ? Optional.empty() : phrase(start, end, Modality.DUTY, 0.88);
        }
        if (HAVING.matcher(rest).find()) {
            return phrase(start, end, not ? Modality.PROHIBITION : Modality.RIGHT, 0.75);
        }
        if (CHARGED.matcher(rest).find()) {
            return not || may ? Optional.empty() : phrase(start, end, Modality.DUTY, 0.85);
        }
        return plain(rest, modal, not, may);
    }

    private static Optional<ModalPhrase> plain(String rest, Matcher modal, boolean not, boolean may) {
        Modality modality = not ? Modality.PROHIBITION : may ? Modality.RIGHT : Modality.DUTY;
        double weight = modal.group("verb").equalsIgnoreCase("will") ? 0.85 : may && !not ? 0.87 : 0.95;
        if (ACTIVE_BE.matcher(rest).find() && !may) {
            return phrase(modal.start(), modal.end(), modality, weight - 0.1);
        }
        if (PASSIVE.matcher(rest).find()) {
            return Optional.of(
                    new ModalPhrase(modal.start(), modal.end(), modality, weight, ModalPhrase.Voice.PASSIVE, null));
        }
        if (TIME_TO.matcher(rest).find() && !not) {
            return phrase(modal.start(), modal.end(), Modality.RIGHT, 0.75);
        }
        if (NO_EFFECT.matcher(rest).find()) {
            return phrase(modal.start(), modal.end(), modality, weight - 0.05);
        }
        if (MUST_HAVE.matcher(modal.group() + rest).find()) {
            return phrase(modal.start(), modal.end(), modality, weight - 0.15);
        }
        if (EFFECT.matcher(rest).find()
                || (may && !not && EFFECT_OF_MAY.matcher(rest).find())) {
            return Optional.empty();
        }
        return phrase(modal.start(), modal.end(), modality, weight);
    }

    private static Optional<ModalPhrase> phrase(int start, int end, Modality modality, double weight) {
        return Optional.of(new ModalPhrase(start, end, modality, weight));
    }
}
