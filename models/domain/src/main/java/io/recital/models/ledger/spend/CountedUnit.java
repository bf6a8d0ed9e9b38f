package io.recital.models.ledger.spend;

import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a quantity is counted in, so that contract and facts may write it differently: {@code pieces}, {@code 1000 pcs},
 * {@code t}.
 *
 * @param kind words of the thing that is counted
 * @param size how many of it one such unit is
 */
record CountedUnit(NameWords kind, BigDecimal size) {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d])(?<number>\\d{1,3}(?:[,. ]\\d{3})+|\\d+)(?![\\p{L}\\d])");
    private static final Pattern THOUSAND =
            Pattern.compile("\\b(?:thousands?|tsd|mille|Tausend)\\b\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HUNDRED = Pattern.compile("\\bhundreds?\\b", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal A_THOUSAND = new BigDecimal("1000");

    /** A thing that has several names, and how many of the first a unit of those names is. */
    private record Kind(String name, String size, Set<String> names) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("piece", "1", Set.of("piece", "pc", "pcs", "stück", "stk", "st", "each", "ea", "unit")),
            new Kind("kg", "1", Set.of("kg", "kilogram", "kilogramme", "kilo")),
            new Kind("kg", "1000", Set.of("t", "to", "tonne", "ton", "mt", "tonnen")),
            new Kind("litre", "1", Set.of("litre", "liter", "l", "ltr")),
            new Kind("litre", "1000", Set.of("m3", "cbm")),
            new Kind("kwh", "1", Set.of("kwh")),
            new Kind("kwh", "1000", Set.of("mwh")),
            new Kind("hour", "1", Set.of("hour", "hr", "h", "stunde")),
            new Kind("pallet", "1", Set.of("pallet", "palette", "plt")),
            new Kind("user", "1", Set.of("user", "seat", "licence", "license", "licensed")));

    static CountedUnit of(String unit) {
        BigDecimal size = BigDecimal.ONE;
        Matcher number = NUMBER.matcher(unit);
        String rest = unit;
        if (number.find()) {
            size = new BigDecimal(number.group("number").replaceAll("[,. ]", ""));
            rest = number.replaceFirst(" ");
        }
        if (THOUSAND.matcher(rest).find()) {
            size = size.multiply(A_THOUSAND);
            rest = THOUSAND.matcher(rest).replaceAll(" ");
        } else if (HUNDRED.matcher(rest).find()) {
            size = size.multiply(BigDecimal.TEN.pow(2));
            rest = HUNDRED.matcher(rest).replaceAll(" ");
        }
        NameWords words = NameWords.of(
                rest.replace('³', '3').replace('²', '2').replaceAll("(?i)\\bmetric\\b|\\bper\\b|\\bof\\b", " "));
        for (Kind kind : KINDS) {
            if (words.all().size() == 1 && kind.names().containsAll(words.all())) {
                return new CountedUnit(new NameWords(Set.of(kind.name())), size.multiply(new BigDecimal(kind.size())));
            }
        }
        return new CountedUnit(words, size);
    }

    /** Whether it is a known unit, and no name of a thing such as lids. */
    boolean isMeasure() {
        return KINDS.stream().anyMatch(known -> kind.equals(new NameWords(Set.of(known.name()))));
    }

    /** Whether both count the same thing. */
    boolean isLike(CountedUnit other) {
        return kind.equals(other.kind);
    }

    /** How many of the other one of these is. */
    BigDecimal in(CountedUnit other) {
        return size.divide(other.size, 9, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
