package io.recital.extraction.rules.milestone;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.Milestone;
import io.recital.models.wording.StatedDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a result that is due on a calendar day from a sentence that need not say what sort of thing it is: works that are to be
 * handed over, a completion that is to be reached, a date that has a name.
 */
final class DatedResult {
    private static final String DAY = "(?<day>" + StatedDay.REGEX + ")";
    private static final String BY =
            "(?:by|on(?:\\s+or\\s+before)?|before|until|(?:no|not)\\s+later\\s+than|at\\s+the\\s+latest\\s+(?:by|on))\\s+(?:the\\s+)?"
                    + DAY;
    private static final String DONE =
            "(?:handed\\s+over|delivered|completed?|installed|finished|ready|erected|fitted|commissioned|operational|live|launched|built|taken\\s+into\\s+(?:use|operation)|(?:put|brought)\\s+into\\s+(?:use|service|operation)|in\\s+(?:use|service|operation))";
    private static final String THING = "(?<thing>[^,;.:]{3,90}?)";
    private static final String COMPLETION =
            "(?<thing>(?:(?:practical|substantial|mechanical|final|sectional|provisional)\\s+(?:completion|acceptance)|completion|go-?live|handover|readiness\\s+for\\s+(?:service|use|operation)|commercial\\s+operation)\\b[^,;.:]{0,40}?)";
    private static final List<Pattern> SAID = List.of(
            pattern("^\\W*(?:\\(?[a-z\\d]{1,3}[.)]\\s+)?" + THING
                    + "\\s+(?:(?:shall|will|must|is|are|has|have)\\s+)(?:to\\s+)?(?:be\\s+)?" + DONE
                    + "\\b(?:[^.;]{0,50}?)[\\s,]" + BY),
            pattern("\\b(?:bring|take)s?\\s+[^,;.:]{2,60}?\\s+to\\s+" + COMPLETION + "\\s+" + BY),
            pattern("\\b(?:achieve|reach|attain)(?:s|ed)?\\s+" + COMPLETION + "\\s+" + BY),
            pattern("^\\W*(?:the\\s+)?" + COMPLETION
                    + "\\s+(?:shall|will|must|is|are)\\s+(?:to\\s+)?(?:be\\s+(?:achieved|reached|attained)|occur|take\\s+place)\\s+"
                    + BY),
            pattern(
                    "\\b(?:installs?|erects?|builds?|sets?\\s+up|hands?\\s+over|completes?|finish(?:es)?|constructs?|fits?)\\s+(?<thing>(?!it\\b|them\\b)[^,;.:]{3,70}?)(?:\\s+and\\s+(?:hands?|puts?|takes?|commissions?|makes?)\\s+(?:it|them)\\b[^,;.:]{0,40}?)?\\s+"
                            + BY),
            pattern(
                    "^\\W*(?:the\\s+)?(?<name>(?:committed|(?:planned|agreed|target|contractual)?\\s*(?:delivery|completion|hand-?over|go-?live|installation|commissioning|ready[\\s-]for[\\s-]service|RFS|milestone|due|acceptance)|target)\\s+date|date\\s+(?:for|of)\\s+(?:practical\\s+|substantial\\s+|final\\s+)?(?:completion|delivery|hand-?over|installation))(?:\\s+(?:for|of)\\s+"
                            + THING
                            + ")?\\s*(?::|is|shall\\s+be|will\\s+be|becomes|is\\s+(?:changed|moved|postponed)\\s+to)\\s+"
                            + DAY));
    /** What is no result of work, but paper and money of the running business. */
    private static final Pattern ROUTINE = Pattern.compile(
            "\\b(?:invoices?|payments?|notices?|reports?|statements?|certificates?|insurance|forecasts?|fees?|sums?|claims?|lists?|information|access|data|term|agreement|contract|orders?|prices?|reductions?|deposits?|it|they|this|which|who|each|every|any|no)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITIONAL = Pattern.compile(
            "^\\W*(?:if|where|when(?:ever)?|should|in\\s+the\\s+event|unless|as\\s+soon\\s+as|provided)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE =
            Pattern.compile("\\b(?:milestone|deliverable|stage|phase|lot)\\s+(?<code>[A-Z]{0,3}-?\\d{1,3}[a-z]?)\\b");

    private DatedResult() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Optional<Milestone> read(String words) {
        if (CONDITIONAL.matcher(words).find()) {
            return Optional.empty();
        }
        return SAID.stream()
                .map(pattern -> pattern.matcher(words))
                .filter(Matcher::find)
                .flatMap(found -> milestone(found).stream())
                .findFirst();
    }

    private static Optional<Milestone> milestone(Matcher found) {
        String thing = found.group("thing");
        boolean named = thing == null || thing.isBlank();
        String what = MilestoneProse.tidy(named ? found.group("name") : thing);
        Matcher code = CODE.matcher(what);
        return named || !ROUTINE.matcher(what).find()
                ? StatedDay.parse(found.group("day"))
                        .map(day -> new Milestone(
                                what, new Deadline.OnDate(day), null, null, code.find() ? code.group("code") : null))
                : Optional.empty();
    }
}
