package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bands of a level with what is credited in each, and what any other miss earns. */
final class BandReader {
    private static final Pattern BY_DEGREES = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per)\\s+(?:full\\s+|whole\\s+|additional\\s+|commenced\\s+|started\\s+|begun\\s+)?(?:\\d[\\d.]*\\s*%|(?:\\d[\\d.]*\\s+|tenth\\s+of\\s+a\\s+)?percent(?:age)?(?:\\s+point)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_MISS = Pattern.compile(
            "\\b(?:less|lower|fewer|worse|below\\s+(?:that|this|it)|above\\s+(?:that|this|it)|more|does\\s+not|fails?|miss(?:es|ed))\\b(?!\\s+than)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile(
            "%|(?:(?:business|working)\\s+)?(?:hours?|minutes?|seconds?|days?)", Pattern.CASE_INSENSITIVE);
    /** Where a heavier credit follows the usual one: {@code 5 % of the fee, or of 20 % if it is below 98 %}. */
    private static final Pattern OR_MORE = Pattern.compile(
            ",(?=\\s+(?:or|and)\\s+(?:of\\s+|by\\s+|to\\s+)?(?:[£$€]\\s?|[A-Z]{3}\\s)?\\d[\\d.,]*\\s*(?:%|per\\s?cent)?\\s+(?:of\\s+(?:it|that\\s+\\p{L}+|the\\s+(?:\\p{L}+\\s+){1,3}?))?\\s*(?:if|where|when)\\b)");

    private static final Pattern OF_TIME = Pattern.compile(
            "(?<=\\d\\)?)\\s+(?<unit>hours?|minutes?|seconds?)\\b(?!\\s+(?:of|after|before|from|per))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile(
            "(?:[£$€]\\s?|[A-Z]{3}\\s)?\\d[\\d.,]*\\s*(?:%|per\\s?cent)?\\s+(?:of\\s+[^,;.]{2,40}?\\s+)?(?:if|where|when)\\s+(?:it|the\\s+\\p{L}+|this|that)\\s+is\\s+(?:lower|less|worse|below\\s+that)\\b",
            Pattern.CASE_INSENSITIVE);

    private final TierParser tiers = new TierParser();

    /**
     * What a sentence credits.
     *
     * @param lighter what a miss earns that lies in none of them; null where nothing says
     */
    record Bands(List<Tier> tiers, @Nullable TypedValue lighter) {
        Bands {
            tiers = List.copyOf(tiers);
        }
    }

    /** The bands of a sentence or list item without its limit; empty where it has none. */
    Optional<Bands> read(String sentence) {
        String words = OR_MORE.matcher(sentence).replaceAll(";");
        List<TierParser.TierMatch> found = findTiers(words);
        if (found.isEmpty()
                || BY_DEGREES.matcher(words).find()
                || !found.stream()
                        .allMatch(tier -> MEASURED.matcher(tier.tier().unit()).matches())) {
            return Optional.empty();
        }
        List<Tier> bands =
                new ArrayList<>(found.stream().map(TierParser.TierMatch::tier).toList());
        worseThan(found, words).ifPresent(bands::add);
        return Optional.of(new Bands(
                bands, found.size() == 1 ? lighterIn(words, found.get(0)).orElse(null) : null));
    }

    /** Whether a credit grows with each part of a percentage, so that its numbers are no bands. */
    static boolean goesByDegrees(String words) {
        return BY_DEGREES.matcher(words).find();
    }

    /** What any miss earns, said before the one level that earns more: {@code if it ships less, 3%; if less than 97%, 7%}. */
    private Optional<TypedValue> lighterIn(String words, TierParser.TierMatch heavier) {
        int end = words.lastIndexOf(';', heavier.start());
        String before = end < 0 ? "" : words.substring(0, end);
        List<ValueMatch> values = CreditValues.in(before);
        return values.size() == 1 && ANY_MISS.matcher(before).find()
                ? Optional.of(values.get(0).value())
                : Optional.empty();
    }

    /** Bands of a percentage, or of one unit of time that stands behind each number. */
    private List<TierParser.TierMatch> findTiers(String words) {
        List<String> units = OF_TIME.matcher(words)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceFirst("s?$", "s"))
                .distinct()
                .toList();
        if (units.size() != 1) {
            return tiers.findTiers(words);
        }
        String plain = OF_TIME.matcher(words)
                .replaceAll(found -> " ".repeat(found.group().length()));
        return tiers.findTiers(plain).stream()
                .map(match -> match.tier().unit().isEmpty()
                        ? new TierParser.TierMatch(match.start(), match.end(), in(units.get(0), match.tier()))
                        : match)
                .toList();
    }

    private static Tier in(String unit, Tier tier) {
        return new Tier(tier.from(), tier.fromIncluded(), tier.to(), tier.toIncluded(), unit, tier.value());
    }

    /** What is earned below the one level that is named: {@code 4% where it is at least 92%, and 8% where it is lower}. */
    private Optional<Tier> worseThan(List<TierParser.TierMatch> found, String words) {
        Tier band = found.get(0).tier();
        Matcher lower = LOWER.matcher(words);
        boolean one = found.size() == 1 && band.from() != null && band.to() == null;
        return one && lower.find() && lower.start() >= found.get(0).end() - 1
                ? CreditValues.in(lower.group()).stream()
                        .map(value ->
                                new Tier(null, false, band.from(), !band.fromIncluded(), band.unit(), value.value()))
                        .findFirst()
                : Optional.empty();
    }
}
