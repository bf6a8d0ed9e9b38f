package io.recital.extraction.rules.value;

import io.recital.extraction.rules.value.TierParser.TierMatch;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tiers that one sentence tells in turn: {@code two percent on so much as is above 400 and not above 600, and three percent
 * on so much as is above 600}. Says nothing where it cannot tell which value belongs to which band.
 */
final class GradedSentence {
    private static final String ABOVE =
            "(?:above|over|beyond|exceeding|in\\s+excess(?:\\s+of)?)(?:\\s+(?:it|that|this|them|which|such\\s+\\p{L}+))";
    private static final String REST =
            "(?:(?:part|portion|share|amount|sums?|sales|purchases|turnover|quantity|volume|anything|everything|all)\\s+(?:\\p{L}+\\s+){0,3}?(?:above|over|beyond|exceeding|in\\s+excess(?:\\s+of)?)(?:\\s+(?:it|that|this|them|which|such\\s+\\p{L}+))?"
                    + "|(?:remainder|rest|balance|excess))(?!\\s*(?:of\\s+)?(?:[$£€]|[A-Z]{3}\\s?)?\\d)(?![\\p{L}\\d])";
    private static final Pattern THE_REST = Pattern.compile(
            "\\b(?:the|any|all)\\s+" + REST
                    + "|\\b(?:sales|purchases|turnover|spend|fees|charges|units?|copies|quantities|\\p{Lu}\\p{L}+s)\\s+"
                    + ABOVE
                    + "\\b|\\b(?:all|any|each|every)\\s+(?:further|additional|subsequent|other|remaining)\\s+\\p{L}+|\\bthereafter\\b",
            Pattern.CASE_INSENSITIVE);

    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();

    /** The tiers of a sentence whose bands are known; empty unless there are two, each with a value of its own. */
    Optional<List<TierMatch>> find(String text, List<Band> stated) {
        List<Band> bands = inOneUnit(withRest(text, stated));
        List<ValueMatch> values = values(text, bands);
        if (bands.size() < 2 || bands.size() != values.size() || !areOfOneSort(values) || !areOneScale(bands)) {
            return Optional.empty();
        }
        List<TierMatch> tiers = new ArrayList<>();
        int end = -1;
        for (int i = 0; i < bands.size(); i++) {
            Band band = closed(bands, i);
            ValueMatch value = values.get(i);
            int from = Math.min(band.start(), value.start());
            if (from < end) {
                return Optional.empty();
            }
            end = Math.max(band.end(), value.end());
            tiers.add(new TierMatch(from, end, band.earning(value.value())));
        }
        return areApart(tiers) ? Optional.of(tiers) : Optional.empty();
    }

    /** The bands with one more for {@code the part above}, where a last upper bound precedes it. */
    private static List<Band> withRest(String text, List<Band> stated) {
        List<Band> bands = new ArrayList<>(stated);
        if (stated.isEmpty()) {
            return bands;
        }
        Band last = stated.get(stated.size() - 1);
        BigDecimal to = last.to();
        Matcher rest = THE_REST.matcher(text);
        if (to != null && rest.find(last.end())) {
            bands.add(new Band(to, !last.toIncluded(), null, false, last.unit(), rest.start(), rest.end()));
        }
        return bands;
    }

    private List<ValueMatch> values(String text, List<Band> bands) {
        List<ValueMatch> values = new ArrayList<>(percents.findAll(text));
        values.addAll(amounts.findAll(text));
        values.removeIf(
                value -> bands.stream().anyMatch(band -> value.start() < band.end() && band.start() < value.end()));
        values.sort(Comparator.comparingInt(ValueMatch::start));
        return values;
    }

    private static boolean areOfOneSort(List<ValueMatch> values) {
        Class<?> sort =
                values.isEmpty() ? TypedValue.class : values.get(0).value().getClass();
        return (sort == TypedValue.Percent.class || sort == TypedValue.Amount.class)
                && values.stream().allMatch(value -> value.value().getClass() == sort);
    }

    /** A bound without a unit counts what the others count. */
    private static List<Band> inOneUnit(List<Band> bands) {
        List<String> units = bands.stream()
                .map(Band::unit)
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList();
        return units.size() == 1
                ? bands.stream().map(band -> band.in(units.get(0))).toList()
                : bands;
    }

    private static boolean areOneScale(List<Band> bands) {
        return bands.stream().map(Band::unit).distinct().count() == 1;
    }

    /** A band from so much on ends where the next begins. */
    private static Band closed(List<Band> bands, int index) {
        Band band = bands.get(index);
        @Nullable
        BigDecimal next = index + 1 < bands.size() ? bands.get(index + 1).from() : null;
        BigDecimal from = band.from();
        return band.to() == null && from != null && next != null && from.compareTo(next) < 0
                ? new Band(
                        from,
                        band.fromIncluded(),
                        next,
                        !bands.get(index + 1).fromIncluded(),
                        band.unit(),
                        band.start(),
                        band.end())
                : band;
    }

    /** Whether no quantity lies in two of them. */
    private static boolean areApart(List<TierMatch> matches) {
        List<Tier> tiers = matches.stream().map(TierMatch::tier).toList();
        for (int i = 0; i < tiers.size(); i++) {
            for (int j = i + 1; j < tiers.size(); j++) {
                if (overlap(tiers.get(i), tiers.get(j)) && overlap(tiers.get(j), tiers.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean overlap(Tier one, Tier other) {
        BigDecimal from = one.from();
        BigDecimal to = other.to();
        int compared = from == null || to == null ? -1 : from.compareTo(to);
        return compared < 0 || (compared == 0 && one.fromIncluded() && other.toIncluded());
    }
}
