package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.obligation.DeadlineReader;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a milestone from a sentence: something delivered or reached, with a day or a payment that hangs on it. */
final class MilestoneProse {
    private static final String THING =
            "(?:design|specification|prototype|pilot|release|version|beta|software|system|platform|plan|report|manual|handbook|documentation|migration|installation|go-live|launch|deliverables?|phase\\s+\\w+|milestone\\s+(?!payments?\\b|fees?\\b|dates?\\b)\\w+|training|drawings?|samples?|module|website|web\\s+site|testing|(?:test|trial|pilot|dry)\\s+runs?|acceptance\\s+test(?:ing|s)?|commissioning|qualification|data\\s+model|(?:count|stock-?tak(?:e|ing))|roll-?out|construction|building|facility|plant|works)";
    private static final String DUTY = "(?:shall|will|must|agrees?\\s+to|undertakes?\\s+to)";
    /** A comma that does not begin another clause belongs to what is delivered. */
    private static final String WITHIN_THING = "(?:[^,;.]|(?<=\\d)[,.](?=\\d)|,(?!\\s*(?:(?:and|or|but)\\s+" + DUTY
            + "|" + DUTY + "|but|provided|which|who|that|if|unless|in\\s+(?:a|such)|so\\s+that|free\\s+of)\\b))";

    private static final String DATE_FOLLOWS =
            "\\s*,?\\s+(?=(?:by|on|no\\s+later|not\\s+later|on\\s+or\\s+before|within|before)\\s+(?:the\\s+)?(?:than\\s+)?[\\w(])";
    private static final String DELIVERED =
            "(?:deliver|complete|install|hand\\s+over|finish|commission|launch|go\\s+live\\s+with|give|provide|supply|submit|furnish|produce|build|develop|implement|migrate|carry\\s+out|perform|conduct|change|replace|roll\\s+out|set\\s+up|qualify|certify)";
    private static final Pattern DELIVER = Pattern.compile(
            "\\b" + DUTY + "\\s+(?:\\w+ly\\s+)?" + DELIVERED + "\\s+(?<thing>" + WITHIN_THING + "{0,120}?\\b" + THING
                    + "\\b" + WITHIN_THING + "{0,110}?)" + DATE_FOLLOWS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_FIRST = Pattern.compile(
            "^\\W*(?<when>(?:by|on|before|(?:no|not)\\s+later\\s+than|on\\s+or\\s+before)\\s+[^,;.]{0,20}?\\b\\d{4}|(?:by|on|before|(?:no|not)\\s+later\\s+than|on\\s+or\\s+before)\\s+\\p{L}{3,9}\\s+\\d{1,2},\\s*\\d{4})\\b(?:,[^,;.]{3,60},)?,?\\s+(?:[\\w’'-]+\\s+){1,4}?"
                    + DUTY + "\\s+(?:\\w+ly\\s+)?" + DELIVERED + "\\s+(?<thing>" + WITHIN_THING + "{0,120}?\\b" + THING
                    + "\\b" + WITHIN_THING + "{0,110})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REACHED = Pattern.compile(
            "^\\W*(?<thing>(?:the\\s+)?(?:[\\w-]+\\s+){0,5}?" + THING
                    + "(?:\\s+of\\s+[^,;.]{1,60}?)?)\\s+(?:shall|will|must|is\\s+to)\\s+(?:be\\s+(?:delivered|completed|installed|achieved|reached|launched|ready|handed\\s+over|carried\\s+out|live)|occur|take\\s+place|go\\s+live)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What helps the other side, and reports and plans of the running business: duties with a deadline, not results of a project. */
    private static final Pattern ROUTINE = Pattern.compile(
            "\\b(?:access|lists?\\s+of|cop(?:y|ies)\\s+of|notice\\s+of|(?:exit|continuity|contingency|recovery|improvement|corrective|remediation|action|maintenance|security|quality)\\s+(?:\\w+\\s+)?plan|(?:royalty|sales|status|progress|incident|root[- ]cause|audit|financial|annual|quarterly|monthly|weekly|corrected|usage|service|written)\\s+(?:\\w+\\s+)?reports?|reports?\\s+(?:on|of|about|describing|setting)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITIONAL = Pattern.compile(
            "^\\W*(?:if|where|when(?:ever)?|should|in\\s+the\\s+event|upon|following|after|unless|within)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID = Pattern.compile(
            "\\b(?:upon|on|following|after)\\s+(?:the\\s+)?(?:successful\\s+|final\\s+|written\\s+)?(?<event>(?:acceptance|completion|delivery|achievement|approval|installation|commissioning|go-live|launch)\\s+(?:of|by)\\s+[^,;.]{3,90}|milestone\\s+(?!payments?\\b|fees?\\b|dates?\\b|plan\\b|schedule\\b)\\w+)",
            Pattern.CASE_INSENSITIVE);
    /** What happens once in the life of a contract, and needs no deliverable to be named. */
    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:upon|on|following|after|at)\\s+(?:the\\s+)?(?:full\\s+|due\\s+)?(?<event>(?:execution|signing|signature)(?:\\s+and\\s+delivery)?\\s+(?:of|by)\\s+(?:both\\s+parties|(?:this|the)\\s+(?:\\w+\\s+)?(?:agreement|contract|amendment))"
                    + "|first\\s+commercial\\s+(?:sale|launch|use)\\b[^,;.]{0,60}|(?:commercial\\s+)?launch\\s+of\\s+[^,;.]{3,60}|(?:regulatory|marketing)\\s+approval\\b[^,;.]{0,60})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED = Pattern.compile("\\b" + THING + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECURS = Pattern.compile(
            "\\b(?:each|every|any|monthly|weekly|quarterly|annual(?:ly)?|yearly|daily)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_EACH =
            Pattern.compile("\\s*(?:on|of|for|after)\\s+(?:each|every|any)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAY =
            Pattern.compile("\\b(?:pay|paid|payable|invoice[ds]?|due|instal+ment)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTED = Pattern.compile(
            "\\b(?:subject\\s+to|following|upon|after|on)\\s+(?:the\\s+)?(?:[\\w’']+\\s+){0,3}(?:acceptance|approval|sign-off)\\b[^,;.]{0,80}|\\bacceptance\\s+(?:criteria|tests?)\\b[^,;.]{0,100}|\\b(?:accepted|approved|signed\\s+off)\\s+by\\b[^,;.]{0,60}",
            Pattern.CASE_INSENSITIVE);

    private final DeadlineReader deadlines = new DeadlineReader();
    private final DateParser dates = new DateParser();
    private final MoneyParser amounts = new MoneyParser();
    private final PercentParser percents = new PercentParser();

    /** The milestone that a statement sets, if it sets one. */
    Optional<Milestone> read(Statement statement) {
        String words = statement.joined();
        return dateFirst(words)
                .or(() -> delivered(words, DELIVER))
                .or(() -> delivered(words, REACHED))
                .or(() -> DatedResult.read(words))
                .or(() -> paidOn(words))
                .or(() -> paidOnce(words));
    }

    private Optional<Milestone> dateFirst(String words) {
        Matcher matcher = DATE_FIRST.matcher(words);
        return matcher.find() && isResult(matcher.group("thing"))
                ? day(matcher.group("when")).map(due -> milestone(matcher.group("thing"), due, words))
                : Optional.empty();
    }

    private Optional<Milestone> delivered(String words, Pattern pattern) {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.find() || !isResult(matcher.group("thing"))) {
            return Optional.empty();
        }
        String rest = words.substring(matcher.end("thing"));
        if (FOR_EACH.matcher(rest).lookingAt()) {
            return Optional.empty();
        }
        return deadlines
                .read(rest, null)
                .filter(MilestoneProse::isOnce)
                .or(() -> day(rest))
                .filter(due -> due instanceof Deadline.OnDate
                        || !CONDITIONAL.matcher(words).find())
                .map(due -> milestone(matcher.group("thing"), due, words));
    }

    private static boolean isResult(String thing) {
        return !RECURS.matcher(thing).find() && !ROUTINE.matcher(thing).find();
    }

    private Milestone milestone(String thing, Deadline due, String words) {
        return new Milestone(tidy(thing), due, paymentIn(words).orElse(null), acceptanceIn(words));
    }

    /** Once: what recurs is an obligation, and what is merely prompt has no date. */
    private static boolean isOnce(Deadline deadline) {
        return deadline instanceof Deadline.OnDate
                || deadline instanceof Deadline.After
                || deadline instanceof Deadline.Before;
    }

    private Optional<Deadline> day(String words) {
        return dates.findFirst(words)
                .flatMap(match -> match.value() instanceof TypedValue.Day day && match.start() < 30
                        ? Optional.of(new Deadline.OnDate(day.value()))
                        : Optional.empty());
    }

    private Optional<Milestone> paidOn(String words) {
        Matcher matcher = PAID.matcher(words);
        if (!matcher.find() || !PAY.matcher(words).find()) {
            return Optional.empty();
        }
        Optional<TypedValue> payment = paymentIn(words);
        String event = tidy(matcher.group("event"));
        return NAMED.matcher(event).find()
                ? payment.map(value -> new Milestone(event, null, value, acceptanceIn(words)))
                : Optional.empty();
    }

    private Optional<Milestone> paidOnce(String words) {
        Matcher matcher = ONCE.matcher(words);
        return matcher.find() && !RECURS.matcher(matcher.group("event")).find()
                ? paymentIn(words)
                        .map(payment -> new Milestone(
                                tidy(matcher.group("event")),
                                deadlines
                                        .read(words, null)
                                        .filter(MilestoneProse::isOnce)
                                        .orElse(null),
                                payment,
                                acceptanceIn(words)))
                : Optional.empty();
    }

    private Optional<TypedValue> paymentIn(String words) {
        if (!PAY.matcher(words).find()) {
            return Optional.empty();
        }
        return amounts.findFirst(words).or(() -> percents.findFirst(words)).map(ValueMatch::value);
    }

    private static @Nullable String acceptanceIn(String words) {
        Matcher matcher = ACCEPTED.matcher(words);
        return matcher.find() ? tidy(matcher.group()) : null;
    }

    static String tidy(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?i:to\\s+(?:the\\s+)?\\w+\\s+|(?:you|us|it)\\s+)", "")
                .replaceFirst("^(?i:the|a|an)\\s+", "")
                .replaceFirst("[\\s,;:.]+$", "");
    }
}
