package io.recital.extraction.rules.measure;

import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what may happen to no more than a share of cases: calls given up, lots rejected, parcels lost. */
final class ShareAtMost {
    private static final Pattern SHARE_OF = Pattern.compile(
            "\\b(?:the\\s+)?(?<name>(?:share|percentage|proportion|ratio|rate|part)\\s+of\\s+(?:the\\s+|all\\s+)?[^.;,]{5,140}?)\\s+(?=(?:(?:is|are)\\s+not\\s+to|(?:shall|must|may|will|is\\s+to|are\\s+to)\\s+(?:not|never|in\\s+no\\s+\\p{L}+|be\\s+(?:no|at\\s+most|not)|stay|remain))\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_MORE = Pattern.compile(
            "\\b(?:(?:in|during)\\s+no\\s+\\p{L}+\\s+(?:may|shall|must|will)\\s+more\\s+than|(?:no|not)\\s+more\\s+than)\\s+(?=[\\d\\p{L}(])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_NO = Pattern.compile("\\b(?:in|during)\\s+no\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern CASES = Pattern.compile(
            "\\G\\s*of\\s+(?:the\\s+|all\\s+|its\\s+)*(?<cases>\\p{L}[\\p{L}-]*(?:\\s+[\\p{L}-]+)??)(?:\\s+(?:that|which|who)\\s+[^,;.]{3,60}?)?\\s+(?:(?:may|shall|must|will|are\\s+to)\\s+)?be\\s+(?<fate>\\p{L}+(?:\\s+[\\p{L}-]+){0,5})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OVER = Pattern.compile(
            "\\s+(?:in|during|within|per)\\s+(?:an?|any|each|every|the)\\s+.*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_MONEY = Pattern.compile(
            "\\b(?:shares|stock|votes?|capital|fees?|charges|prices?|costs?|sales|revenues?|profits?|budget|purchases|turnover|royalt\\w+|equity|debt|assets|salary|wages|premium|interest|services|work)\\b",
            Pattern.CASE_INSENSITIVE);

    private final TargetReader targets = new TargetReader();
    private final WindowReader windows = new WindowReader();

    Optional<MeasureProse.Found> read(String words) {
        if (windows.inSentence(words).isEmpty() && !IN_NO.matcher(words).find()) {
            return Optional.empty();
        }
        return share(words).or(() -> noMore(words));
    }

    private Optional<MeasureProse.Found> share(String words) {
        Matcher share = SHARE_OF.matcher(words);
        if (!share.find() || OF_MONEY.matcher(share.group("name")).find()) {
            return Optional.empty();
        }
        return targets.percent(words.substring(share.end()), "")
                .filter(target -> target.explicit() && target.comparison() == Comparison.AT_MOST)
                .map(target ->
                        new MeasureProse.Found(MeasureProse.tidy(share.group("name")), target, null, Term.KPI, 0.8));
    }

    private Optional<MeasureProse.Found> noMore(String words) {
        Matcher more = NO_MORE.matcher(words);
        while (more.find()) {
            Optional<Target> target = targets.percent(words, "").filter(found -> found.start() >= more.end() - 1);
            Matcher cases = CASES.matcher(words);
            if (target.isPresent()
                    && cases.region(target.get().end(), words.length()).find()) {
                String name = cases.group("cases") + " "
                        + OVER.matcher(cases.group("fate")).replaceFirst("");
                return OF_MONEY.matcher(name).find()
                        ? Optional.empty()
                        : Optional.of(new MeasureProse.Found(
                                MeasureProse.tidy(name), atMost(target.get()), null, Term.KPI, 0.8));
            }
        }
        return Optional.empty();
    }

    private static Target atMost(Target target) {
        return new Target(
                Comparison.AT_MOST, target.value(), target.unit(), target.stated(), true, target.start(), target.end());
    }
}
