package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.wording.AmendedWording;
import io.recital.extraction.rules.wording.Cue;
import io.recital.models.clause.Clause;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a measure from a sentence: something that is measured, held against a number. */
final class MeasureProse {
    private static final String MEASURED =
            "(?:availability|uptime(?:\\s+percentage)?|up-time|on[- ]time(?:[- ]in[- ]full)?(?:\\s+(?:delivery|performance|delivery\\s+performance))?|OTIF|delivery\\s+(?:performance|reliability)|fill\\s+rate|accuracy|defect\\s+rate|error\\s+rate|reject(?:ion)?\\s+rate"
                    + "|abandon(?:ment|ed)?(?:\\s+call)?\\s+rate|first[- ](?:time|call|contact)\\s+(?:fix|resolution|right)(?:\\s+rate)?|customer\\s+satisfaction(?:\\s+score)?|yield|right\\s+first\\s+time|test\\s+coverage|code\\s+coverage|service\\s+level|KPI|key\\s+performance\\s+indicator|response\\s+time|resolution\\s+time|turnaround\\s+time|recovery\\s+time|latency|complaint\\s+rate|success\\s+rate|completion\\s+rate)";
    private static final Pattern MEASURE = Pattern.compile(
            "(?<name>(?:(?:(?<!\\w)(?!The\\b|This\\b|Each\\b|If\\b|Where\\b|For\\b|When\\b|Its\\b|Such\\b|Any\\b|Supplier\\b|Provider\\b)\\p{Lu}[\\w/&-]*|system|service|network|monthly|platform|minimum|average|overall)\\s+){0,4}(?i:\\b"
                    + MEASURED
                    + "\\b)(?:\\s+(?:Percentage|Rate|Time|Target|Service Level|percentage|rate|target))?(?:\\s+of\\s+(?:the\\s+|each\\s+|all\\s+)?(?:\\p{Lu}[\\w-]*)(?:\\s+\\p{Lu}[\\w-]*){0,4})?)");
    private static final Pattern AVAILABLE = Pattern.compile(
            "(?<name>(?:the\\s+)?\\p{Lu}[\\w-]*(?:\\s+\\p{Lu}[\\w-]*){0,4}(?:\\s+\\w+){0,4}?\\s+(?:is\\s+|are\\s+|be\\s+|remains?\\s+)?(?:available|accessible|operational|up\\s+and\\s+running))\\b");
    private static final Pattern REACTION = Pattern.compile(
            "\\b(?<name>(?:(?:initially\\s+)?respond(?:s|ing)?|acknowledg(?:e|es|ing)|resolv(?:e|es|ing)|restor(?:e|es|ing)|answer(?:s|ing)?|correct(?:s|ing)?|repair(?:s|ing)?|complet(?:e|es|ing)|process(?:es|ing)?|clos(?:e|es|ing)|response(?:\\s+time)?|resolution(?:\\s+time)?|provide\\s+a\\s+(?:workaround|correction|fix))\\b(?:(?!\\b(?:shall|will|must|may|who|which|it|respond|resolve|response|resolution)\\b)[^.;,():]){0,110}?)\\s*,?\\s*(?:\\bis\\s+|\\b(?:shall|will|must)\\s+(?:be\\s+)?|\\bof\\s+)?\\b(?=within\\b|in\\s+(?:no|not)\\s+more\\s+than\\b|no\\s+later\\s+than\\b|not\\s+(?:\\w+ly\\s+)?exceed\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPPORTED = Pattern.compile(
            "\\b(?:incidents?|tickets?|calls?|severity|priority|(?:support|service)\\s+requests?|errors?|problems?|faults?|defects?|outages?|help\\s?desk|enquir(?:y|ies)|inquir(?:y|ies)|requests?\\s+for\\s+(?:support|assistance)|response\\s+time|transactions?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STANDING = Pattern.compile(
            "\\b(?:shall|will|must|ensure|target|at\\s+least|minimum|(?:no|not)\\s+less|means?\\s+that|is|agrees?|measured|commits?|guarantees?|in\\s+no\\s+\\p{L}+\\s+may|(?:repairs|restores|responds|resolves|answers|attends|acknowledges|rectifies|replaces)\\s[^.;]{0,80}?\\bwithin)\\b|[:≥≤]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\b(?:service\\s+(?:level\\s+)?credits?|credits?\\s+(?:of|equal|against|to)|credit\\s+event|rebate|refund|discount|penalt|royalt|commission|price(?!\\s+lists?\\b)|fee\\s+reduction|terminate|interest|shareholding|shares\\s+of|share\\s+of\\s+(?:the\\s+|its\\s+|any\\s+)?(?:net\\s+|gross\\s+)?(?:profits?|revenues?|savings?|sales|stock|capital|equity|proceeds|costs?)|ownership|of\\s+(?:the\\s+)?(?:net\\s+)?(?:sales|revenue|fees|charges))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILING = Pattern.compile(
            "^\\W*(?:(?:for|in|during)\\s+[^,;.]{3,40},\\s+)?(?:if|where|should|in\\s+the\\s+(?:event|case)|when(?:ever)?|to\\s+the\\s+extent)\\b(?:[^,;]|,\\s+as\\s+defined[^,;]{3,60},)*\\b(?:fail|experience|falls?|fell|below|less|lower|miss(?:es|ed)?|not\\s+met|not\\s+(?:meet|achieved?)|drops?|under|exceed|do(?:es)?\\s+not)|\\b(?:falls?|fell|drops?|is|are)\\s+(?:below|less\\s+than|under)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:if|unless|in\\s+the\\s+event|where)\\b[^,;:]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLACED = Pattern.compile(
            "\\b(?<name>(?:the\\s+)?(?:[\\p{L}-]+\\s+){0,5}(?:target|service\\s+level|KPI|availability|threshold|uptime|(?:response|resolution|restoration|recovery|turnaround)\\s+times?|time\\s+(?:(?:to|for|within\\s+which\\s+to|in\\s+which\\s+to)\\s+)(?:respond\\w*|resol\\w+|restor\\w+|answer\\w*|acknowledg\\w+|repair\\w*|attend\\w*|fix\\w*|recover\\w*|complet\\w+|process\\w*))\\b(?:[^.;]|\\.(?=\\d)){0,160}?)\\s+(?:is|are|shall\\s+be|is\\s+hereby|shall)\\s+(?:hereby\\s+)?(?:deleted\\s+and\\s+)?(?:replaced\\s+(?:by|with)|(?:amended|changed|increased|raised|reduced|lowered|decreased|revised|extended|shortened|adjusted)\\s+to(?:\\s+(?:read|be))?|read)\\b(?<new>.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?<name>(?:target|service\\s+level|KPI|threshold|uptime|availability|(?:response|resolution|restoration|recovery|turnaround)\\s+times?|time\\s+(?:(?:to|for|within\\s+which\\s+to|in\\s+which\\s+to)\\s+)(?:respond\\w*|resol\\w+|restor\\w+|answer\\w*|acknowledg\\w+|repair\\w*|attend\\w*|fix\\w*|recover\\w*|complet\\w+|process\\w*))\\b(?:[^.;]|\\.(?=\\d)){0,160}?)(?=\\s(?:is|are|shall\\s+be)\\b|\\s*,)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "\\G[^“\"(]{0,20}?\\bof\\s+(?:all\\s+|the\\s+|its\\s+|each\\s+)*(?<metric>[^“\"(;]{5,120}?)\\s*,?\\s*\\((?:the\\s+|each,?\\s+an?\\s+)?[“\"](?<name>[^”\"]{2,50})[”\"]\\)");
    private static final Pattern PER_MANY = Pattern.compile(
            "\\b(?:number|rate|proportion|level|share)\\s+of\\s+(?<name>[\\w\\s-]{3,100}?)\\s+(?:shall|will|must|may|is|are|does|do)\\s+(?=not\\b|be\\b|no\\b|to\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERED = Pattern.compile(
            "\\b(?:OTIF|on[- ]time|fill\\s+rate|order\\s+lines?|deliver(?:y|ies|ed)|defect\\w*|reject\\w*|ppm|per\\s+million|yield|lead\\s+time|scrap)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVICE = Pattern.compile(
            "\\b(?:service|availab\\w+|uptime|incidents?|tickets?|severity|support)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern KPI = Pattern.compile(
            "\\b(?:KPIs?|key\\s+performance\\s+indicators?|performance\\s+(?:indicators?|objectives?|standards?)|acceptable\\s+quality\\s+levels?|AQLs?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** So much of what should not be costs nothing: {@code the first six hours of outage in a calendar month are free}. */
    private static final Pattern FREE = Pattern.compile(
            "\\bfirst\\s+(?<time>[^.;,]{1,30}?(?:hours?|minutes?))\\s+of\\s+(?<name>(?:the\\s+|an?\\s+)?\\p{L}[\\p{L}\\s-]{2,40}?)\\s+(?:in|of|during|per)\\s+(?:a|an|any|each|every|the)\\s+(?:calendar\\s+)?(?:month|quarter|week)\\s+(?:are|is|remain|shall\\s+be|go)\\s+(?:free|allowed|tolerated|disregarded|without|not\\s+counted)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A number of a unit of its own: {@code the ppm value must not exceed 150}. */
    private static final Pattern RARE_UNIT = Pattern.compile(
            "\\b(?<name>(?:[\\p{L}-]+\\s+){0,3}?(?<unit>ppm|dpmo)\\b(?:[\\s-]+(?:value|rate|level|figure|quota|result))?)\\b[^.;]{0,60}?\\b(?:not\\s+(?:to\\s+)?(?:exceed|be\\s+(?:above|more\\s+than|higher\\s+than))|at\\s+most|no\\s+more\\s+than|below|stay\\s+(?:below|under))\\s+(?<count>\\d[\\d,]*(?:\\.\\d+)?)",
            Pattern.CASE_INSENSITIVE);

    private final QuotaProse quotas = new QuotaProse();
    private final TargetReader targets = new TargetReader();
    private final WindowReader windows = new WindowReader();

    /** The measure that a statement sets, if it sets one; {@code before} is the sentence that precedes it. */
    Optional<Draft> read(Statement statement, Clause clause, String before) {
        String stated = statement.joined();
        String words = AmendedWording.of(stated);
        String promise = PromiseAndMiss.of(words).promise();
        return free(words)
                .or(() -> replaced(words, !words.equals(stated)))
                .or(() -> Cue.find(FAILING, promise) || Cue.find(CONSEQUENCE, promise)
                        ? Optional.empty()
                        : set(promise, clause.heading()))
                .map(found -> TakenUp.of(found, before))
                .map(found -> draft(found, words, statement, clause));
    }

    /**
     * What a sentence measures.
     *
     * @param term which of the contract's words is meant where the sentence has neither; null when they decide
     */
    record Found(
            String name,
            Target target,
            @Nullable String metric,
            @Nullable Term term,
            double confidence) {}

    private Draft draft(Found found, String words, Statement statement, Clause clause) {
        String name = nameOf(found, clause);
        String context = words + " " + String.join(" ", clause.headingPath());
        return new Draft(
                name,
                MeasureName.isCode(name) ? name : null,
                null,
                found.term() != null && !SERVICE.matcher(words).find() ? found.term() : termOf(context),
                found.metric(),
                found.target(),
                windows.inSentence(words).orElse(null),
                List.of(),
                statement.citations(),
                found.confidence());
    }

    /** The heading, where the words name no more than a verb. */
    private static String nameOf(Found found, Clause clause) {
        String heading = clause.heading();
        boolean bare = found.name().matches("\\p{Ll}+") || found.target().unit().startsWith("per ");
        return bare && heading != null && !heading.isBlank() && heading.length() <= 80 ? tidy(heading) : found.name();
    }

    static Term termOf(String words) {
        boolean goods =
                DELIVERED.matcher(words).find() && !SERVICE.matcher(words).find();
        return goods || KPI.matcher(words).find() ? Term.KPI : Term.SERVICE_LEVEL;
    }

    private Optional<Found> replaced(String words, boolean amends) {
        Matcher matcher = REPLACED.matcher(words);
        boolean changed = Cue.mayFind(REPLACED, words) && matcher.find();
        Matcher subject = changed || !amends ? null : SUBJECT.matcher(words);
        if (!changed && (subject == null || !subject.find())) {
            return Optional.empty();
        }
        String name = changed ? matcher.group("name") : requireNonNull(subject).group("name");
        String value = changed
                ? matcher.group("new")
                : words.substring(requireNonNull(subject).end());
        return targets.cell(value, "", name)
                .map(target -> new Found(MeasureName.amended(name), target, null, null, 0.85));
    }

    private Optional<Found> set(String words, @Nullable String heading) {
        if (!STANDING.matcher(words).find()) {
            return Optional.empty();
        }
        return share(words)
                .or(() -> quotas.read(words, heading))
                .or(() -> reaction(words))
                .or(() -> perMany(words))
                .or(() -> rareUnit(words))
                .or(() -> rate(words));
    }

    /** A share of cases under a name that the words give it: {@code at least 98% of all orders (the “Accuracy Rate”)}. */
    private Optional<Found> share(String words) {
        return targets.percent(words, "").filter(Target::explicit).flatMap(target -> {
            Matcher share = SHARE.matcher(words).region(target.end(), words.length());
            return share.find()
                    ? Optional.of(new Found(tidy(share.group("name")), target, tidy(share.group("metric")), null, 0.92))
                    : Optional.empty();
        });
    }

    /** How many of so many: {@code the number of faulty parts shall not exceed 200 per million parts}. */
    private Optional<Found> perMany(String words) {
        Matcher counted = PER_MANY.matcher(words);
        return counted.find()
                ? targets.perMany(words.substring(counted.end()))
                        .map(target -> new Found(tidy(counted.group("name")), target, null, null, 0.85))
                : Optional.empty();
    }

    private Optional<Found> free(String words) {
        Matcher free = FREE.matcher(words);
        return free.find()
                ? targets.time(free.group("time"))
                        .map(target -> new Found(
                                tidy(free.group("name")),
                                new Target(
                                        Comparison.AT_MOST,
                                        target.value(),
                                        target.unit(),
                                        target.stated(),
                                        true,
                                        free.start("time"),
                                        free.end("time")),
                                null,
                                null,
                                0.85))
                : Optional.empty();
    }

    private static Optional<Found> rareUnit(String words) {
        Matcher counted = RARE_UNIT.matcher(words);
        return counted.find()
                ? Optional.of(new Found(
                        tidy(counted.group("name")),
                        new Target(
                                Comparison.AT_MOST,
                                new BigDecimal(counted.group("count").replace(",", "")),
                                counted.group("unit").toLowerCase(java.util.Locale.ROOT),
                                null,
                                true,
                                counted.start("count"),
                                counted.end("count")),
                        null,
                        Term.KPI,
                        0.85))
                : Optional.empty();
    }

    /** Something done within a time, perhaps in a share of cases. */
    private Optional<Found> reaction(String words) {
        Matcher matcher = REACTION.matcher(words);
        if (!Cue.find(SUPPORTED, words) || !Cue.mayFind(REACTION, words) || !matcher.find()) {
            return Optional.empty();
        }
        String rest = words.substring(matcher.end("name"));
        String name = tidy(matcher.group("name"));
        Optional<Target> time = targets.time(rest).filter(Target::explicit);
        if (time.isEmpty() || time.get().start() > 60) {
            return Optional.empty();
        }
        Optional<Target> share = targets.percent(words, "");
        if (share.isPresent()) {
            String metric = tidy(words.substring(
                    matcher.start("name"),
                    Math.min(words.length(), matcher.end("name") + time.get().end())));
            return Optional.of(new Found(name, share.get(), metric, null, 0.88));
        }
        return Optional.of(new Found(name, time.get(), null, null, 0.8));
    }

    private Optional<Found> rate(String words) {
        Matcher measure = MEASURE.matcher(words);
        boolean named = Cue.mayFind(MEASURE, words) && measure.find();
        Matcher available = AVAILABLE.matcher(words);
        if (!named && !(Cue.mayFind(AVAILABLE, words) && available.find())) {
            return Optional.empty();
        }
        String name = tidy(named ? measure.group("name") : available.group("name"))
                .replaceFirst("(?i)(?<=\\p{L}{4})\\s+target$", "");
        int from = named ? measure.start() : available.start();
        if (CONDITION.matcher(words.substring(0, from)).find()) {
            return Optional.empty();
        }
        Optional<Target> target =
                targets.percent(words, name).filter(found -> found.explicit() || Math.abs(found.start() - from) < 160);
        if (target.isEmpty() && name.toLowerCase(Locale.ROOT).contains("time")) {
            target = targets.time(words.substring(from)).filter(Target::explicit);
        }
        return target.map(found -> new Found(name, found, null, null, found.explicit() ? 0.9 : 0.75));
    }

    static String tidy(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?i:the|a|an|that|minimum)\\s+", "")
                .replaceFirst("[\\s,;:.]+$", "");
    }
}
