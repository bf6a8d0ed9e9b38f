package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Royalties of a sum for each unit, flat or by bands of a count: {@code $1.20 for each of the first 10,000 and $0.95 thereafter}. */
final class UnitShares {
    private static final Pattern LICENSED = Pattern.compile(
            "\\broyalt(?:y|ies)\\b|\\b(?:licen[cs]ee|publisher|manufacturer)\\s+(?:(?:shall|will|must)\\s+)?(?:pays?|owes?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String UNIT =
            "(?!(?:calendar|contract|licen[cs]e)?\\s*(?:half-?\\s?year|year|quarter|month|day|week|annum)\\b|percent|cent\\b|such\\b|first\\b|next\\b|further\\b|additional\\b|reminder\\b|breach\\b|report\\b)";
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:for|per|on|upon)\\s+(?:each|every)\\s+" + UNIT
                    + "(?<item>[\\p{L}-]+(?:\\s+(?-i:\\p{Lu})[\\p{L}-]*)*)(?<moved>\\s+(?:that\\s+is\\s+)?(?:sold|shipped|made|manufactured|produced|delivered|printed|leased|used|distributed|supplied))?"
                    + "|\\bper\\s+" + UNIT + "(?<per>[\\p{L}-]+(?:\\s+(?-i:\\p{Lu})[\\p{L}-]*)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_FIRST = Pattern.compile(
            "\\b(?:first|next)\\s+(?:[\\p{L}-]+\\s*\\(\\s*)?[\\d,.]*\\d\\)?\\s+(?<item>\\p{L}[\\p{L}-]*(?:\\s+(?-i:\\p{Lu})[\\p{L}-]*)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_ROYALTY = Pattern.compile(
            "\\b(?:minimum|shortfall|fewer|interest|advance|insur\\w+|liabilit\\w+|audit\\w*|no\\s+royalt|royalty-free|late)\\b",
            Pattern.CASE_INSENSITIVE);

    private UnitShares() {}

    /** Whether a sentence states royalties of sums for units, which are no prices of what is supplied. */
    static boolean isTold(LeverSentence sentence) {
        return read(sentence).isPresent();
    }

    static Optional<Candidate> read(LeverSentence sentence) {
        List<ValueMatch> sums = sentence.figures().amounts();
        boolean told = !sums.isEmpty()
                && sentence.figures().percents().isEmpty()
                && (sentence.says(LICENSED) || sentence.stemSays(LICENSED))
                && !sentence.says(NO_ROYALTY);
        if (!told) {
            return Optional.empty();
        }
        Optional<TypedValue.Tiers> tiers = Values.tiers(sentence.text())
                .filter(TypedValue.Tiers.class::isInstance)
                .map(TypedValue.Tiers.class::cast)
                .filter(found -> found.tiers().stream().allMatch(tier -> tier.value() instanceof TypedValue.Amount));
        if (tiers.isPresent()) {
            return Optional.of(banded(sentence, tiers.get()));
        }
        Matcher each = EACH.matcher(sentence.text());
        return sums.size() == 1 && each.find() ? Optional.of(flat(sentence, sums.get(0), each)) : Optional.empty();
    }

    private static Candidate banded(LeverSentence sentence, TypedValue.Tiers tiers) {
        List<LeverParameter> parameters = new ArrayList<>();
        Matcher of = OF_FIRST.matcher(sentence.text());
        if (of.find()) {
            parameters.add(parameter(Name.TIERS, counting(tiers, of.group("item"))));
            parameters.add(parameter(Name.ITEM, of.group("item")));
        } else {
            parameters.add(parameter(Name.TIERS, tiers));
        }
        MinimumPeriod.of(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.8, parameters);
    }

    private static TypedValue counting(TypedValue.Tiers tiers, String unit) {
        return new TypedValue.Tiers(tiers.tiers().stream()
                .map(tier -> tier.unit().isBlank()
                        ? new Tier(tier.from(), tier.fromIncluded(), tier.to(), tier.toIncluded(), unit, tier.value())
                        : tier)
                .toList());
    }

    private static Candidate flat(LeverSentence sentence, ValueMatch sum, Matcher each) {
        String item = each.group("item") == null ? each.group("per") : each.group("item");
        String moved = each.group("moved") == null ? "" : each.group("moved");
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.RATE, sum.value()),
                parameter(Name.ITEM, item),
                parameter(Name.BASE, "each " + item + moved)));
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.8, parameters);
    }
}
