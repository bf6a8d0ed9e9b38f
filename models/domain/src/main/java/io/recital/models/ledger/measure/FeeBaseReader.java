package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the words of a clause what credits or their limit are a percentage of. */
final class FeeBaseReader {
    /** A part of a fee, of which the percentage is: {@code 10 % of one third of the quarterly fee}. */
    private static final String PART =
            "(?:(?:an?\\s+|one[\\s-]+)?(?:third|quarter|fourth|twelfth|sixth|half|1/3|1/4|1/6|1/12|1/2)\\s+(?:part\\s+)?of\\s+)?";

    private static final Map<String, Integer> PARTS = Map.of(
            "third", 3, "1/3", 3, "quarter", 4, "fourth", 4, "1/4", 4, "twelfth", 12, "1/12", 12, "sixth", 6, "1/6", 6,
            "half", 2);
    private static final Pattern OF = Pattern.compile(
            "(?:%|per\\s?cent(?:\\s*\\([^)]*\\))?|percentages?|\\b(?:shares?|proportions?|portions?))\\s*\\)?\\s+of\\s+"
                    + PART
                    + "(?:the\\s+|that\\s+|such\\s+|all\\s+|our\\s+|its\\s+|their\\s+|your\\s+)?(?<base>\\p{L}[\\p{L}'’\\s-]*)",
            Pattern.CASE_INSENSITIVE);
    /** What a percentage is deducted from. */
    private static final Pattern FROM = Pattern.compile(
            "\\b(?:deduct|withh[eo]ld|subtract|take|taken|retain)[a-z]*\\b[^.;]{0,60}?\\bfrom\\s+(?:the\\s+|that\\s+|its\\s+|all\\s+)?(?<base>\\p{L}[\\p{L}'’\\s-]*)",
            Pattern.CASE_INSENSITIVE);
    /** What is made less by a percentage: “the Fee for that month abates by 2 %”. */
    private static final Pattern LESS = Pattern.compile(
            "(?<before>[^,.;:]*?)\\s(?:(?:is|are|shall|will|to|be)\\s+)*(?:reduced|abates?|abated|lowered|decreased?|diminish(?:es|ed)?)\\b[^.;]{0,90}?\\b(?:by|:)",
            Pattern.CASE_INSENSITIVE);
    /** What something makes less: “the points reduce its Monthly Fee as follows:”. */
    private static final Pattern REDUCES = Pattern.compile(
            "\\b(?:reduces?|reducing|lowers?|lessens?|diminish(?:es)?|decreases?)\\s+(?:the|its|that|their|our|your)\\s+(?<base>\\p{L}[\\p{L}'’\\s-]*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern A_SHARE = Pattern.compile("%|per\\s?cent|:\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE =
            Pattern.compile("\\b(?:the|its|their|our|your|all)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "\\s+(?:for|of|in|under|by|shall|which|that|payable|due|paid|on|per|to|from|during|attributable|as|with|and|where|if|is|are|will)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MONEY = Pattern.compile(
            "charge|fee|amount|invoice|price|rent|\\bsums?\\b|retainer|payment|billing|spend|remuneration|value|cost|purchase|(?-i:\\b(?!SLAs?\\b|KPIs?\\b|VAT\\b|GST\\b|SL\\b)\\p{Lu}{2,5}s?\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT = Pattern.compile(
            "exceed|limited\\s+to|restricted\\s+to|not\\s+more\\s+than|no\\s+more\\s+than|not\\s+(?:be|come\\s+to|amount\\s+to)\\s+more\\s+than|(?:never|in\\s+no\\s+(?:case|event))\\s+(?:by\\s+)?more\\s+than|at\\s+most|up\\s+to\\s+a\\s+maximum|capped|maximum",
            Pattern.CASE_INSENSITIVE);
    /** How many words may stand before a definition beside the name: “The amounts invoiced for a month are …”. */
    private static final int BESIDE_A_NAME = 2;

    private FeeBaseReader() {}

    /** What credits are a percentage of. */
    static Optional<FeeBase> ofCredits(List<Citation> words) {
        return read(words, words.stream().filter(citation -> !isLimit(citation)).toList());
    }

    /** What a limit is a percentage of. */
    static Optional<FeeBase> ofLimit(List<Citation> words) {
        return read(words, words.stream().filter(FeeBaseReader::isLimit).toList());
    }

    /** Whether words say how much something comes to at most. */
    static boolean isLimit(Citation citation) {
        return LIMIT.matcher(citation.quote()).find();
    }

    private static Optional<FeeBase> read(List<Citation> words, List<Citation> stating) {
        return read(words, stating, FeeBaseReader::shared, false)
                .or(() -> read(words, stating, FeeBaseReader::shared, true))
                .or(() -> read(words, stating, FeeBaseReader::lessened, true));
    }

    private static Optional<FeeBase> read(
            List<Citation> words, List<Citation> stating, Function<String, List<String>> names, boolean byMeaning) {
        for (Citation citation : stating) {
            for (String named : names.apply(citation.quote())) {
                String base = END.matcher(named.strip()).replaceFirst("").strip();
                Optional<Citation> meaning = base.isEmpty() ? Optional.empty() : meaningOf(base, words);
                if (MONEY.matcher(base).find() || (byMeaning && meaning.isPresent())) {
                    return Optional.of(new FeeBase(
                            base,
                            citation,
                            meaning.orElse(null),
                            alsoCalled(base, words),
                            parts(base, citation.quote())));
                }
            }
        }
        return Optional.empty();
    }

    private static int parts(String base, String quote) {
        Matcher part = Pattern.compile(
                        "\\b(?<part>third|quarter|fourth|twelfth|sixth|half|1/3|1/4|1/6|1/12|1/2)\\s+(?:part\\s+)?of\\s+(?:the\\s+|that\\s+|such\\s+|its\\s+|our\\s+|their\\s+)?"
                                + Pattern.quote(base),
                        Pattern.CASE_INSENSITIVE)
                .matcher(quote);
        return part.find() ? PARTS.getOrDefault(part.group("part").toLowerCase(Locale.ROOT), 1) : 1;
    }

    /** What the words take a percentage of. */
    private static List<String> shared(String quote) {
        return OF.matcher(quote).results().map(of -> of.group(1)).toList();
    }

    /** What the words make less by a percentage. */
    private static List<String> lessened(String quote) {
        List<String> named = new ArrayList<>();
        if (!A_SHARE.matcher(quote).find()) {
            return named;
        }
        REDUCES.matcher(quote).results().forEach(less -> named.add(quote.substring(less.start(1), less.end(1))));
        FROM.matcher(quote).results().forEach(from -> named.add(quote.substring(from.start(1), from.end(1))));
        LESS.matcher(quote).results().forEach(less -> {
            String before = quote.substring(less.start(1), less.end(1));
            ARTICLE.matcher(before).results().forEach(article -> named.add(before.substring(article.end())));
            named.add(before);
        });
        return named;
    }

    /** The words that define it: they begin with its name and then say what it is. */
    private static Optional<Citation> meaningOf(String base, List<Citation> words) {
        TellingWords name = TellingWords.of(base).without(Set.of("monthly"));
        return words.stream().filter(citation -> defines(citation, name)).findFirst();
    }

    private static boolean defines(Citation citation, TellingWords name) {
        Matcher defines = FeeBase.DEFINES.matcher(citation.quote());
        if (isLimit(citation) || !defines.find()) {
            return false;
        }
        TellingWords before = TellingWords.of(citation.quote().substring(0, defines.start()));
        return before.shared(name) == name.all().size()
                && before.all().size() <= name.all().size() + BESIDE_A_NAME;
    }

    /** What brackets beside its name call it, as in “(Monthly Flat Fee, Monatspauschale)”. */
    private static String alsoCalled(String base, List<Citation> words) {
        StringBuilder also = new StringBuilder();
        Pattern beside = Pattern.compile(
                Pattern.quote(base) + "\\s*(?:,\\s*|\\()(?:[“\"]|the\\s)*(?<also>\\p{L}[\\p{L}-]{3,40})[”\"]?\\s*\\)",
                Pattern.CASE_INSENSITIVE);
        for (Citation citation : words) {
            beside.matcher(citation.quote())
                    .results()
                    .forEach(other -> also.append(' ').append(other.group(1)));
        }
        return also.toString();
    }
}
