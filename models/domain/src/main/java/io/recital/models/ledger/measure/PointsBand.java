package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By how much the points of a period lessen its fee: a band of points with a percentage or a sum.
 *
 * @param source the finding that says so: a duty to reduce, or a lever with bands of points
 * @param value what the band gives
 */
record PointsBand(Governed<FindingContent> source, Tier band, TypedValue value) {
    private static final Pattern POINTS = Pattern.compile("\\bpoints?\\b|\\bpunkte?n?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONGER = Pattern.compile(
            "\\b(?:successive|consecutive|rolling|running)\\b|\\b(?:two|three|four|six|nine|twelve|\\d+)\\s+(?:\\p{L}+\\s+)?(?:months|quarters)\\b|\\byear\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSENS = Pattern.compile(
            "\\b(?:reduc|deduct|abat|lower|lessen|credit|withh[eo]ld|retain|rebate|mindern|kürz)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\d.,])(?<percent>\\d+(?:[.,]\\d+)?)\\s*(?:%|per\\s?cent)", Pattern.CASE_INSENSITIVE);
    private static final List<Band> BANDS = List.of(
            new Band("(?<from>\\d+)\\s*(?:to|-|–|until|through|bis)\\s*(?<to>\\d+)", true, true),
            new Band(
                    "(?:at\\s+least|from)\\s+(?<from>\\d+)[^.\\d]{0,30}?(?:fewer|less)\\s+than\\s+(?<to>\\d+)",
                    true,
                    false),
            new Band(
                    "(?<from>\\d+)\\s*(?:points?\\s+)?(?:or\\s+(?:more|above|over)|and\\s+(?:more|above|over)|\\+)",
                    true,
                    true),
            new Band("(?:at\\s+least|reach(?:es)?|mindestens)\\s+(?<from>\\d+)", true, true),
            new Band("(?:more\\s+than|over|above|exceed(?:s|ing)?|mehr\\s+als|über)\\s+(?<from>\\d+)", false, true));

    private record Band(Pattern pattern, boolean fromIncluded, boolean toIncluded) {
        Band(String words, boolean fromIncluded, boolean toIncluded) {
            this(
                    Pattern.compile("(?<![\\d.,])" + words + "(?![\\d%])", Pattern.CASE_INSENSITIVE),
                    fromIncluded,
                    toIncluded);
        }

        Optional<Tier> read(String words, TypedValue value) {
            Matcher found = pattern.matcher(words);
            if (!found.find()) {
                return Optional.empty();
            }
            BigDecimal to = pattern.pattern().contains("<to>") ? new BigDecimal(found.group("to")) : null;
            return Optional.of(
                    new Tier(new BigDecimal(found.group("from")), fromIncluded, to, toIncluded, "points", value));
        }
    }

    /** The bands that a duty to reduce a fee, or a lever, states; none for points of a longer time than a period. */
    static List<PointsBand> of(Governed<FindingContent> source) {
        if (source.content() instanceof CommercialLever lever) {
            return lever
                    .find(Name.TIERS)
                    .filter(TypedValue.Tiers.class::isInstance)
                    .map(tiers -> ((TypedValue.Tiers) tiers).tiers())
                    .orElse(List.of())
                    .stream()
                    .filter(tier -> POINTS.matcher(tier.unit()).find())
                    .map(tier -> new PointsBand(source, tier, tier.value()))
                    .toList();
        }
        return source.content() instanceof Obligation duty && duty.modality() != Modality.PROHIBITION
                ? ofDuty(source, duty).stream().toList()
                : List.of();
    }

    private static Optional<PointsBand> ofDuty(Governed<FindingContent> source, Obligation duty) {
        String trigger = duty.trigger() == null ? "" : duty.trigger();
        List<Citation> words = source.finding().citations();
        boolean ofPoints = Stream.concat(Stream.of(trigger), words.stream().map(Citation::quote))
                .anyMatch(said -> POINTS.matcher(said).find());
        if (!ofPoints
                || LONGER.matcher(trigger).find()
                || !LESSENS.matcher(duty.action() + " " + trigger).find()) {
            return Optional.empty();
        }
        return percent(duty.action(), words)
                .flatMap(percent -> Stream.concat(Stream.of(trigger), cells(words))
                        .flatMap(said -> band(said, percent).stream())
                        .findFirst()
                        .map(band -> new PointsBand(source, band, percent)));
    }

    private static Stream<String> cells(List<Citation> words) {
        return words.stream()
                .filter(citation -> citation.role() == CitationRole.CELL)
                .map(Citation::quote);
    }

    private static Optional<Tier> band(String words, TypedValue value) {
        return BANDS.stream().flatMap(band -> band.read(words, value).stream()).findFirst();
    }

    private static Optional<TypedValue> percent(String action, List<Citation> words) {
        return Stream.concat(Stream.of(action), cells(words))
                .map(PERCENT::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new TypedValue.Percent(
                        new BigDecimal(found.group("percent").replace(',', '.'))));
    }

    /** Whether it lessens anything: a band may give nothing. */
    boolean gives() {
        return (value instanceof TypedValue.Percent percent && percent.value().signum() > 0)
                || value instanceof TypedValue.Amount;
    }
}
