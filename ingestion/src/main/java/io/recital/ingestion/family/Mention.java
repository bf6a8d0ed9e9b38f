package io.recital.ingestion.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where one document names another.
 *
 * @param start in the naming document's text, in UTF-16 units
 * @param confidence between 0 and 1: a number or a title with its date is surer than a title alone
 */
record Mention(FamilyDocument named, int start, int end, double confidence) {
    private static final double SURE = 0.95;
    private static final double BY_NAME = 0.7;
    private static final Pattern DATED = Pattern.compile(
            "\\s*,?\\s*(?:\\([^)]{0,60}\\)\\s*)?(?:dated|(?:entered into|made|concluded)\\s+(?:as\\s+of|on)|as\\s+of|of|vom)\\s+.{6,40}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** All places in a part of a document's text where it names another one, the surest first. */
    static List<Mention> of(FamilyDocument named, FamilyDocument by, String text) {
        List<Mention> mentions = new ArrayList<>();
        named.reference()
                .filter(number -> !by.reference().filter(number::equals).isPresent())
                .ifPresent(number -> add(named, text, Pattern.quote(number) + "(?![\\w/-])", SURE, mentions));
        named.label()
                .filter(label -> !by.label().filter(label::equalsIgnoreCase).isPresent())
                .ifPresent(label -> add(named, text, loose(label), BY_NAME, mentions));
        title(named).ifPresent(title -> {
            int from = mentions.size();
            add(named, text, loose(title), BY_NAME, mentions);
            for (int i = from; i < mentions.size(); i++) {
                mentions.set(i, mentions.get(i).withDate(text));
            }
        });
        mentions.sort(Comparator.comparingDouble(Mention::confidence).reversed().thenComparing(Mention::start));
        return mentions;
    }

    /** The title without number and what follows a colon; of a schedule what follows it. */
    private static Optional<String> title(FamilyDocument document) {
        String title = document.title();
        int colon = title.indexOf(':');
        String name = colon < 0
                ? title
                : document.part() == FamilyDocument.Part.SCHEDULE
                        ? title.substring(colon + 1)
                        : title.substring(0, colon);
        String plain = name.replaceFirst("(?i)^\\W*(?:the|this)\\s+", "").strip();
        return plain.split("\\s+").length >= 2 ? Optional.of(plain) : Optional.empty();
    }

    private static String loose(String words) {
        String[] parts = words.strip().split("\\s+");
        StringBuilder pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : "\\s+(?:no\\.?\\s*)?").append(Pattern.quote(parts[i]));
        }
        return pattern.append("(?![\\p{L}\\p{N}])").toString();
    }

    private static void add(
            FamilyDocument named, String text, String pattern, double confidence, List<Mention> mentions) {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text);
        while (matcher.find()) {
            mentions.add(new Mention(named, matcher.start(), matcher.end(), confidence));
        }
    }

    /** Surer where the day of the named document follows, no mention at all where another day does. */
    private Mention withDate(String text) {
        Matcher dated = DATED.matcher(text).region(end, Math.min(text.length(), end + 110));
        Optional<LocalDate> day = dated.lookingAt() ? WrittenDay.first(dated.group()) : Optional.empty();
        if (day.isEmpty()) {
            return this;
        }
        boolean same = named.signed().filter(day.get()::equals).isPresent();
        return new Mention(named, start, same ? dated.end() : end, same ? SURE : 0);
    }

    /** Whether it stands within a longer name of another document. */
    boolean isWithin(Mention other) {
        return other.start <= start && end <= other.end && other.end - other.start > end - start;
    }
}
