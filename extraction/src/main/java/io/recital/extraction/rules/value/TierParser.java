package io.recital.extraction.rules.value;

import io.recital.models.finding.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bands and tiers from prose ({@code 95% or more but less than 99%}) and from table cells ({@code ≥ 99.0% and < 99.5%}). */
public final class TierParser {
    private static final String NUMBER =
            "(?:[$£€]|USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK)?\\s*(?:" + Numeral.FIGURES + ")(?![\\d.,]*\\d)"
                    + "(?:\\s?(?:k|million|thousand)(?![A-Za-z]))?(?:\\s*(?:%|percent|per\\s+cent))?(?:\\s+"
                    + QuantityParser.UNITS + "(?![A-Za-z]))?";
    private static final String ATLEAST =
            "≥|>=|=>|(?:equal\\s+to\\s+or\\s+)?(?:greater|more|higher)\\s+than(?:\\s*,?\\s*or\\s+equal\\s+to\\s*,?)"
                    + "|equal\\s+to\\s+or\\s+(?:greater|more|higher)\\s+than|equals?\\s+or\\s+exceeds?|(?:is\\s+)?at\\s+or\\s+above|at\\s+least|(?:no|not)\\s+(?:less|fewer|lower)\\s+than|(?:not|never)\\s+(?:below|under)|reach(?:es|ed)?|from";
    private static final String MORETHAN =
            ">|(?:greater|more|higher)\\s+than|over|above|exceed(?:s|ing)|(?<!\\b(?:event|circumstances|to|not|never|shall|may)\\s)exceed|in\\s+excess\\s+of";
    private static final String ATMOST =
            "≤|<=|=<|(?:less|fewer|lower)\\s+than\\s*,?\\s*or\\s+equal\\s+to\\s*,?|equal\\s+to\\s+or\\s+(?:less|lower|fewer)\\s+than"
                    + "|at\\s+or\\s+below|at\\s+most|up\\s+to(?:\\s+and\\s+including)?|(?:no|not)\\s+(?:more|greater|higher)\\s+than|not\\s+(?:exceed(?:ing)?|above|over|beyond)|the\\s+first";
    private static final String LESSTHAN = "<|(?:less|fewer|lower)\\s+than|below|under";
    private static final String OR_MORE = "(?:or|and)\\s+(?:more|greater|above|higher|over|up|better|beyond)|\\+";
    private static final String OR_LESS = "(?:or|and)\\s+(?:less|fewer|below|lower|under)";

    private static final Pattern BOUND = Pattern.compile(
            "(?:(?:between|from)\\s+)?(?<![\\w.,])(?<low>" + NUMBER
                    + ")\\s*(?:-|–|—|to|through|thru|and)\\s*(?:and\\s+including\\s+)?(?<high>"
                    + NUMBER + ")(?!\\s*(?:" + OR_MORE + "))|"
                    + "\\b(?:next|following|subsequent)\\s+(?<next>" + NUMBER + ")|"
                    + "(?:(?<atleast>" + ATLEAST + ")|(?<atmost>" + ATMOST + ")|(?<morethan>" + MORETHAN
                    + ")|(?<lessthan>" + LESSTHAN + "))\\s*(?<value>" + NUMBER + ")|"
                    + "(?<![\\w.,])(?<bare>" + NUMBER + ")\\s*(?:(?<ormore>" + OR_MORE + ")|(?<orless>" + OR_LESS
                    + ")|(?=,?\\s*(?:but|to|and|-|–)\\s*(?:less|below|under|fewer|lower|<)))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOTH = Pattern.compile(
            NumberWords.REGEX
                    + "\\s*(?:percent|per\\s+cent|%|(?:US\\s+)?dollars)?\\s*\\(\\s*(?<figures>[$£€]?\\s*\\d[\\d,.]*\\s*%?)\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINT = Pattern.compile(
            "\\s*,?\\s*(?:(?:but|and)(?:\\s+(?:is|are|does|do))?|to|-|–)?\\s*,?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEGMENT =
            Pattern.compile("[;\\n]|(?<=[a-z)%])\\.\\s|,?\\s+and\\s+\\([a-z0-9]{1,4}\\)|,\\s+\\([a-z0-9]{1,4}\\)");

    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();
    private final GradedSentence graded = new GradedSentence();

    /** A tier and where its wording stands. */
    public record TierMatch(int start, int end, Tier tier) {}

    /** The band that a table cell states; {@code 95} under a header with {@code %} is in percent. Empty when it states none. */
    public Optional<Band> bandOf(String cell, String header) {
        List<Band> bands = findBands(cell);
        if (bands.size() != 1) {
            return Optional.empty();
        }
        Band band = bands.get(0);
        return Optional.of(band.unit().isEmpty() ? band.in(unitOf(header)) : band);
    }

    /** All bands in text order. */
    public List<Band> findBands(String text) {
        List<Band> bands = new ArrayList<>();
        Matcher matcher = BOUND.matcher(figuresOnly(text));
        while (matcher.find()) {
            if (matcher.group("next") != null) {
                following(matcher, bands).ifPresent(bands::add);
                continue;
            }
            Optional<Band> bound = bound(matcher, text);
            if (bound.isPresent()) {
                joinOrAdd(bands, bound.get(), text);
            }
        }
        return bands;
    }

    /** The text at equal length with numbers in words blanked out where figures in brackets follow them. */
    private static String figuresOnly(String text) {
        Matcher matcher = BOTH.matcher(text);
        StringBuilder plain = new StringBuilder(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                if (i < matcher.start("figures") || i >= matcher.end("figures")) {
                    plain.setCharAt(i, ' ');
                }
            }
        }
        return plain.toString();
    }

    /** Tiers of prose: each stretch that states one band and one value, or bands and values of a sentence in turn. */
    public List<TierMatch> findTiers(String text) {
        List<TierMatch> cut = findCut(text);
        return graded.find(text, findBands(text))
                .filter(told -> told.size() >= cut.size())
                .orElse(cut);
    }

    /** Each stretch between semicolons, lines or list marks that states one band and one value. */
    private List<TierMatch> findCut(String text) {
        List<TierMatch> tiers = new ArrayList<>();
        int start = 0;
        Matcher end = SEGMENT.matcher(text);
        while (end.find()) {
            tierIn(text, start, end.start()).ifPresent(tiers::add);
            start = end.end();
        }
        tierIn(text, start, text.length()).ifPresent(tiers::add);
        return tiers;
    }

    private Optional<TierMatch> tierIn(String text, int from, int to) {
        String segment = text.substring(from, to);
        List<Band> bands = findBands(segment);
        if (bands.size() != 1) {
            return Optional.empty();
        }
        Band band = bands.get(0);
        List<ValueMatch> values = new ArrayList<>(percents.findAll(segment));
        values.addAll(amounts.findAll(segment));
        values.removeIf(value -> value.start() < band.end() && band.start() < value.end());
        if (values.size() != 1) {
            return Optional.empty();
        }
        ValueMatch value = values.get(0);
        return Optional.of(new TierMatch(
                from + Math.min(band.start(), value.start()),
                from + Math.max(band.end(), value.end()),
                band.earning(value.value())));
    }

    private static void joinOrAdd(List<Band> bands, Band next, String text) {
        if (!bands.isEmpty()) {
            Band last = bands.get(bands.size() - 1);
            String between = text.substring(last.end(), next.start()).replaceFirst("^\\)", "");
            boolean complements =
                    (last.from() == null) != (next.from() == null) && (last.to() == null) != (next.to() == null);
            if (complements && JOINT.matcher(between).matches()) {
                Optional<Band> joined = join(last, next);
                if (joined.isPresent()) {
                    bands.set(bands.size() - 1, joined.get());
                    return;
                }
            }
        }
        bands.add(next);
    }

    private static Optional<Band> join(Band one, Band other) {
        Band low = one.from() != null ? one : other;
        Band high = one.from() != null ? other : one;
        @Nullable BigDecimal from = low.from();
        @Nullable BigDecimal to = high.to();
        if (from == null || to == null || from.compareTo(to) > 0) {
            return Optional.empty();
        }
        String unit = low.unit().isEmpty() ? high.unit() : low.unit();
        return Optional.of(new Band(
                from, low.fromIncluded(), to, high.toIncluded(), unit, one.start(), Math.max(one.end(), other.end())));
    }

    /** {@code the next 15,000}: from where the band before ends. */
    private static Optional<Band> following(Matcher matcher, List<Band> bands) {
        if (bands.isEmpty()) {
            return Optional.empty();
        }
        Band last = bands.get(bands.size() - 1);
        BigDecimal from = last.to();
        String unit = unitOf(matcher.group("next"));
        return from == null
                ? Optional.empty()
                : Optional.of(new Band(
                        from,
                        !last.toIncluded(),
                        from.add(number(matcher.group("next"))),
                        true,
                        unit.isEmpty() ? last.unit() : unit,
                        matcher.start(),
                        matcher.start() + matcher.group().stripTrailing().length()));
    }

    private static Optional<Band> bound(Matcher matcher, String text) {
        int start = matcher.start();
        int end = start + matcher.group().stripTrailing().length();
        if (matcher.group("low") != null) {
            BigDecimal from = number(matcher.group("low"));
            BigDecimal to = number(matcher.group("high"));
            boolean between = matcher.group().toLowerCase(Locale.ROOT).startsWith("between");
            boolean and =
                    text.substring(matcher.end("low"), matcher.start("high")).contains("and");
            String unit = unitOf(matcher.group("high") + " " + matcher.group("low"));
            return from.compareTo(to) > 0 || (and && !between)
                    ? Optional.empty()
                    : Optional.of(new Band(from, true, to, true, unit, start, end));
        }
        String words = matcher.group("value") == null ? matcher.group("bare") : matcher.group("value");
        BigDecimal number = number(words);
        String unit = unitOf(words);
        boolean upper =
                matcher.group("atmost") != null || matcher.group("lessthan") != null || matcher.group("orless") != null;
        if (upper) {
            return Optional.of(new Band(null, false, number, matcher.group("lessthan") == null, unit, start, end));
        }
        return Optional.of(new Band(number, matcher.group("morethan") == null, null, false, unit, start, end));
    }

    private static BigDecimal number(String words) {
        Matcher matcher = Pattern.compile(Numeral.FIGURES).matcher(words);
        if (!matcher.find()) {
            throw new IllegalStateException("A bound holds figures");
        }
        BigDecimal number = Numeral.parseFigures(matcher.group());
        String rest = words.substring(matcher.end()).strip().toLowerCase(Locale.ROOT);
        return rest.startsWith("million")
                ? number.movePointRight(6)
                : rest.matches("k(?![a-z]).*|thousand.*") ? number.movePointRight(3) : number;
    }

    private static String unitOf(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*(?:%|percent|per\\s+cent).*")) {
            return "%";
        }
        Optional<String> currency = lower.matches("(?s).*(?:[$£€]|\\b(?:usd|eur|gbp|chf|cad|aud|sek|nok|dkk)\\b).*")
                ? Currencies.find(words)
                : Optional.empty();
        if (currency.isPresent()) {
            return currency.get();
        }
        Matcher unit = Pattern.compile("\\b" + QuantityParser.UNITS + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(words);
        return unit.find() ? unit.group() : "";
    }
}
