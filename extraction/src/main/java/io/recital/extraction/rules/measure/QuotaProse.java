package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.NumberWords;
import io.recital.extraction.rules.wording.Cue;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads measures whose words are not those of service levels: the share of what is handled or supplied that must meet a standard, a
 * score, days of presence, goods kept in stock.
 */
final class QuotaProse {
    private static final String LEAST =
            "(?:at\\s+least|(?:not|no)\\s+(?:less|fewer|lower)\\s+than|a\\s+minimum\\s+of|not\\s+(?:fall|be|drop)\\s+below|not\\s+be\\s+(?:less|fewer|lower)\\s+than)\\s+(?:an?\\s+)?";
    private static final String FIGURES = "\\d[\\d,]*(?:\\.\\d+)?";
    private static final String WORDS = "[a-z]+(?:-[a-z]+)?";
    private static final String NUMBER =
            "(?<number>(?:" + WORDS + "\\s*)?\\(\\s*" + FIGURES + "\\s*\\)|" + FIGURES + "|" + WORDS + ")";
    private static final String DUTY =
            "(?:shall|must|will|(?:is|are)\\s+(?:in\\s+(?:each|every|any)\\s+\\p{L}+\\s+)?to|undertakes?\\s+to|agrees?\\s+to)";

    /** What is done to cases, and what they then are. */
    private static final Map<String, String> DONE_TO = Map.ofEntries(
            Map.entry("respond", "response"),
            Map.entry("resolve", "resolved"),
            Map.entry("answer", "answered"),
            Map.entry("acknowledge", "acknowledged"),
            Map.entry("attend", "attended"),
            Map.entry("deliver", "delivered"),
            Map.entry("ship", "shipped"),
            Map.entry("dispatch", "dispatched"),
            Map.entry("despatch", "despatched"),
            Map.entry("complete", "completed"),
            Map.entry("process", "processed"),
            Map.entry("fulfil", "fulfilled"),
            Map.entry("fulfill", "fulfilled"),
            Map.entry("fill", "filled"),
            Map.entry("close", "closed"),
            Map.entry("restore", "restored"),
            Map.entry("repair", "repaired"),
            Map.entry("return", "returned"),
            Map.entry("pick", "picked"),
            Map.entry("collect", "collected"),
            Map.entry("test", "tested"),
            Map.entry("release", "released"),
            Map.entry("report", "reported"),
            Map.entry("inspect", "inspected"),
            Map.entry("load", "loaded"),
            Map.entry("unload", "unloaded"),
            Map.entry("clear", "cleared"),
            Map.entry("approve", "approved"),
            Map.entry("issue", "issued"),
            Map.entry("install", "installed"),
            Map.entry("replace", "replaced"),
            Map.entry("settle", "settled"),
            Map.entry("transport", "transported"),
            Map.entry("calibrate", "calibrated"),
            Map.entry("handle", "handled"));

    private static final Pattern WITHIN = Pattern.compile(
            "(?<!\\bof\\s)\\b(?:within|on\\s+the|the\\s+same|by\\s+the)\\s+[^.;,]{2,40}?(?=\\s+(?:of|in|during|from|after)\\b|\\s*[.;,]|\\s*$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFERED = Pattern.compile(
            "\\s+(?:offered|opened|received|reported|made|sent|placed|logged|due)(?:\\s+(?:to|by|with)\\s+(?:it|them|\\p{Lu}\\p{L}+))?\\s*$");
    private static final int NEAR = 60;
    private static final Pattern HANDLED = Pattern.compile(
            "\\b(?:" + DUTY + "\\s+(?:so\\s+|also\\s+)?(?<verb>" + String.join("|", DONE_TO.keySet()) + ")|(?<deed>"
                    + String.join("|", DONE_TO.keySet()) + ")e?s)\\s+(?<to>to\\s+)?(?=" + LEAST + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile(
            "\\G[^“\"(;]{0,20}?\\bof\\s+(?:all\\s+|the\\s+|its\\s+|such\\s+)*(?<cases>(?:[^“\"(;,.]|\\(\\s?\\d{1,3}\\s?\\)){3,120}?)(?=\\s+(?:in|during|over|within|per)\\s+(?:each|any|every|a|the)\\b|\\s*[,;.]|\\s*\\((?!\\s?\\d)|\\s+(?:each|per)\\s|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPPLIED = Pattern.compile(
            "\\G\\s*(?:by\\s+(?:weight|volume|value|number|area)\\s+)?of\\s+(?:all\\s+|the\\s+|its\\s+|such\\s+)*(?<cases>[^“\";,.]{3,90}?)\\s+(?:(?:shall|must|will|is\\s+to|are\\s+to)\\s+|(?=(?:is|are)\\s+\\p{L}+(?:ed|en|ad|ght)\\b))(?<standard>(?:be|is|are|come|have|meet|arrive|originate|pass|comply|conform|derive|contain|consist|carry|hold)\\b[^;.]{3,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OVER = Pattern.compile(
            "\\s+(?:in|during|over|within|per)\\s+(?:each|any|every|an?)\\b.*$", Pattern.CASE_INSENSITIVE);
    /** What tells deliveries and tasks apart from one another is what happens to them. */
    private static final Pattern DONE = Pattern.compile(
            "^(?:(?:be|is|are)\\s+)?(?<done>(?:arrive|delivered|shipped|dispatched|completed|finished|answered|collected|processed|returned|installed|inspected|attended|done)\\b.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_SUPPLIED = Pattern.compile(
            "\\b(?:votes?|voting|members?|shareholders?|stockholders?|directors?|lenders?|holders?|capital|stock|equity|interests?|purchas\\w+|requirements|forecasts?|proceeds|costs?|prices?|value|amounts?|payments?|paid|pay|budget|spend\\w*|fees?|charges?|revenues?|sales|royalt\\w+|profits?|salary|compensation|employees?|territory|population|warrants?|debt|assets|allocat\\w+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE = Pattern.compile(
            "\\b(?<name>(?:(?!the\\b)[\\p{L}-]+\\s+){0,4}(?:score|rating|mark|grade|net\\s+promoter\\s+score|NPS|CSAT))\\b[^.;]{0,140}?\\b"
                    + DUTY + "\\s+(?:[\\p{L}]+\\s+){0,2}?" + LEAST + NUMBER
                    + "(?!\\s*(?:%|percent|per\\s+cent|\\d|\\.\\d))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENCE = Pattern.compile(
            "^\\W*(?<who>[^.;,]{2,60}?)\\s+" + DUTY
                    + "\\s+(?:[\\p{L}]+ly\\s+)?(?:spend|be\\s+(?:present|on[- ]site|available)|attend|work|devote|visit|staff)\\b[^.;]{0,40}?\\b"
                    + LEAST + NUMBER
                    + "\\s*(?<unit>(?:business\\s+|working\\s+|full\\s+|person[- ])?(?:days?|hours?|shifts?))\\s+(?:a|per|each|every|in\\s+(?:each|any|every)|of\\s+(?:each|every))\\s+(?:calendar\\s+|working\\s+)?(?:week|month|quarter|year|day)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STOCK = Pattern.compile(
            "\\b(?:maintain|keep|hold|carry|stock)s?\\b(?<what>[^.;]{0,80}?)\\b" + LEAST + NUMBER
                    + "\\s*(?<unit>[\\p{L}][^.;,]{2,60}?)(?=\\s+(?:for|at|in|of\\s+each|to|on|based|as|during|throughout)\\b|\\s*[.;,]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOODS = Pattern.compile(
            "\\b(?:stocks?|inventory|finished\\s+goods|buffer|spare\\s+parts|raw\\s+materials?|supply\\s+on\\s+hand)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_FIGURES = Pattern.compile(FIGURES);
    private static final int LONGEST_TITLE = 40;

    private final TargetReader targets = new TargetReader();
    private final WindowReader windows = new WindowReader();
    private final ShareAtMost atMost = new ShareAtMost();

    /** A measure without the usual words; {@code heading} names it where the sentence does not. */
    Optional<MeasureProse.Found> read(String words, @Nullable String heading) {
        String title = heading != null && heading.length() <= LONGEST_TITLE ? MeasureProse.tidy(heading) : null;
        return share(words, title)
                .or(() -> atMost.read(words))
                .or(() -> score(words))
                .or(() -> presence(words))
                .or(() -> stock(words, title));
    }

    private Optional<MeasureProse.Found> share(String words, @Nullable String title) {
        return targets.percent(words, "").filter(Target::explicit).flatMap(target -> {
            Matcher handled = HANDLED.matcher(words);
            if (handled.find() && handled.end() <= target.start()) {
                Matcher of = OF.matcher(words).region(target.end(), words.length());
                return of.find() ? Optional.of(handled(handled, of, words, target)) : Optional.empty();
            }
            return supplied(words, target, title);
        });
    }

    private static MeasureProse.Found handled(Matcher handled, Matcher of, String words, Target target) {
        String cases = of.group("cases");
        Matcher own = WITHIN.matcher(cases);
        boolean timed = own.find();
        Matcher later = WITHIN.matcher(words.substring(of.end(), Math.min(words.length(), of.end() + NEAR)));
        String time = timed ? own.group() : later.find() ? later.group() : "";
        String what = timed ? cases.substring(0, own.start()) : cases;
        String verb = (handled.group("verb") == null ? handled.group("deed") : handled.group("verb"))
                .toLowerCase(Locale.ROOT);
        String plain = OFFERED.matcher(what.strip()).replaceFirst("").replaceFirst("\\s+of$", "");
        String name = verb.equals("respond")
                ? "Response to " + plain + " " + time
                : plain + " " + DONE_TO.getOrDefault(verb, "") + " " + time;
        return new MeasureProse.Found(MeasureProse.tidy(name), target, MeasureProse.tidy(cases), null, 0.85);
    }

    /** So much of what is supplied is of a kind; over a period, or it would be a condition and no measure. */
    private Optional<MeasureProse.Found> supplied(String words, Target target, @Nullable String title) {
        Matcher supplied = SUPPLIED.matcher(words).region(target.end(), words.length());
        if (!supplied.find()
                || NOT_SUPPLIED.matcher(supplied.group()).find()
                || windows.inSentence(words).isEmpty()) {
            return Optional.empty();
        }
        String cases = MeasureProse.tidy(OVER.matcher(supplied.group("cases")).replaceFirst(""));
        Matcher done = DONE.matcher(supplied.group("standard"));
        String name = title == null ? (done.find() ? cases + " " + done.group("done") : cases) : title;
        return Optional.of(
                new MeasureProse.Found(name, target, MeasureProse.tidy(supplied.group("standard")), Term.KPI, 0.8));
    }

    private static Optional<MeasureProse.Found> score(String words) {
        Matcher score = SCORE.matcher(words);
        return Cue.mayFind(SCORE, words) && score.find()
                ? target(score, "points")
                        .map(target -> new MeasureProse.Found(
                                MeasureProse.tidy(score.group("name")), target, null, Term.KPI, 0.85))
                : Optional.empty();
    }

    private static Optional<MeasureProse.Found> presence(String words) {
        Matcher present = PRESENCE.matcher(words);
        if (!Cue.mayFind(PRESENCE, words) || !present.find()) {
            return Optional.empty();
        }
        String unit = present.group("unit").toLowerCase(Locale.ROOT);
        String name = "Presence in " + unit + " of " + MeasureProse.tidy(present.group("who"));
        return target(present, unit).map(target -> new MeasureProse.Found(name, target, null, Term.KPI, 0.75));
    }

    private static Optional<MeasureProse.Found> stock(String words, @Nullable String title) {
        Matcher kept = STOCK.matcher(words);
        if (!Cue.mayFind(STOCK, words)
                || !kept.find()
                || !GOODS.matcher(kept.group()).find()) {
            return Optional.empty();
        }
        String goods = MeasureProse.tidy(kept.group("what").replaceAll("\\b(?:equal\\s+to|of)\\s*$", ""));
        String name = title == null || title.isBlank() ? goods : title;
        return target(kept, kept.group("unit").strip())
                .map(target -> new MeasureProse.Found(name, target, goods, Term.KPI, 0.75));
    }

    private static Optional<Target> target(Matcher matcher, String unit) {
        String number = matcher.group("number");
        Matcher figures = IN_FIGURES.matcher(number);
        Optional<BigDecimal> value = figures.find()
                ? Optional.of(new BigDecimal(figures.group().replace(",", "")))
                : NumberWords.parse(number);
        return value.map(count -> new Target(
                Comparison.AT_LEAST, count, unit, null, true, matcher.start("number"), matcher.end("number")));
    }
}
