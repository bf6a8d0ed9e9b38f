package io.recital.extraction.rules.obligation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds where wording names the parties of a contract, by their defined terms, by usual roles, or as a group. */
final class PartyMentions {
    /** Words in lower case that a mention can begin with; the pattern is tried at these and at capitals only. */
    private static final Set<String> OPENERS = Set.of(
            "a", "all", "an", "any", "both", "each", "either", "it", "neither", "no", "nobody", "none", "our", "said",
            "such", "the", "they", "us", "we", "you", "your");

    private static final Pattern USUAL = Pattern.compile("(?<![\\w’'-])(?:(?<none>\\b(?i:" + PartyWords.NONES
            + ")\\b)|(?<group>\\b(?i:" + PartyWords.GROUPS + ")\\b)|"
            + named(Stream.concat(PartyWords.ROLES.stream(), PartyWords.NAMED_ROLES.stream())
                    .toList())
            + "|(?<lower>\\b(?:[Tt]he|[Ee]ach|[Aa]|[Aa]ny)\\s+(?<lowername>"
            + "contractor team|vendor team|" + lower(PartyWords.ROLES)
            + ")\\b)(?<lowpossessive>[’']s?(?=\\s))?"
            + "|(?<office>" + PartyWords.OFFICES + ")|(?<pronoun>" + PartyWords.PRONOUNS + "\\b)|(?<person>"
            + PartyWords.PERSONS + "\\b))");

    private static final Pattern BRAND = Pattern.compile(PartyWords.BRAND + "|[a-z]\\p{Lu}");

    private final @Nullable Pattern defined;

    private PartyMentions(Set<String> terms) {
        this.defined = terms.isEmpty() ? null : Pattern.compile(named(terms));
    }

    private static String named(Collection<String> names) {
        return "(?<![\\w’'-])(?<named>" + PartyWords.ARTICLE + "(?<name>" + alternatives(names)
                + ")(?<plural>s\\b)?(?![\\w-]))" + "(?<staff>" + PartyWords.STAFF + ")?(?<possessive>[’']s?(?=\\s))?";
    }

    private static String lower(Collection<String> names) {
        return names.stream()
                .map(role -> Pattern.quote(role.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("|"));
    }

    /** For a contract whose parties go by these names. */
    static PartyMentions of(Collection<String> names) {
        Set<String> terms = new LinkedHashSet<>();
        names.forEach(name -> add(name, terms));
        return new PartyMentions(terms);
    }

    private static void add(String name, Set<String> terms) {
        String words = name.strip();
        if (words.length() >= 2
                && words.length() <= 80
                && (Character.isUpperCase(words.codePointAt(0))
                        || BRAND.matcher(words).lookingAt())
                && !words.matches("(?i)(?:the )?part(?:y|ies)|agreement|you|we|us")) {
            terms.add(words);
        }
    }

    private static String alternatives(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace("’", "\\E[’']\\Q"))
                .collect(Collectors.joining("|"));
    }

    /** Every mention in text order; mere possessives ({@code Supplier's fees}) are left out. */
    List<PartyMention> in(String text) {
        List<PartyMention> mentions = new ArrayList<>();
        if (defined != null) {
            Matcher matcher = defined.matcher(text);
            while (matcher.find()) {
                addNamed(matcher, PartyMention.Sort.DEFINED, mentions);
            }
        }
        List<PartyMention> usual = usualIn(text);
        mentions.removeIf(one -> usual.stream().anyMatch(other -> covers(other, one)));
        usual.removeIf(
                one -> mentions.stream().anyMatch(other -> one.start() < other.end() && other.start() < one.end()));
        mentions.addAll(usual);
        mentions.sort(Comparator.comparingInt(PartyMention::start));
        return mentions;
    }

    /** Whether a longer mention, such as an officer of a party or a party that something befalls, takes another in. */
    private static boolean covers(PartyMention longer, PartyMention shorter) {
        return (longer.sort() == PartyMention.Sort.STAFF || longer.sort() == PartyMention.Sort.GROUP)
                && longer.start() < shorter.start()
                && shorter.end() <= longer.end();
    }

    private static List<PartyMention> usualIn(String text) {
        List<PartyMention> mentions = new ArrayList<>();
        Matcher matcher = USUAL.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = opening(text, 0); at < text.length(); ) {
            boolean found = matcher.region(at, text.length()).lookingAt();
            if (found) {
                addUsual(matcher, mentions);
            }
            at = opening(text, found ? matcher.end() : at + 1);
        }
        return mentions;
    }

    /** Where the next word begins that can open a mention; the length of the text when there is none. */
    private static int opening(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean begins = isLetter(c) && (i == 0 || !isLetter(text.charAt(i - 1)));
            if (begins && (c <= 'Z' || OPENERS.contains(text.substring(i, wordEnd(text, i))))) {
                return i;
            }
        }
        return text.length();
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static void addUsual(Matcher matcher, List<PartyMention> mentions) {
        if (matcher.group("none") != null) {
            add(matcher, PartyMention.Sort.NONE, mentions);
        } else if (matcher.group("group") != null) {
            add(matcher, PartyMention.Sort.GROUP, mentions);
        } else if (matcher.group("pronoun") != null) {
            add(matcher, PartyMention.Sort.PRONOUN, mentions);
        } else if (matcher.group("person") != null) {
            add(matcher, PartyMention.Sort.PERSON, mentions);
        } else if (matcher.group("office") != null) {
            add(matcher, nobody(matcher) ? PartyMention.Sort.NONE : PartyMention.Sort.STAFF, mentions);
        } else if (matcher.group("lower") == null) {
            addNamed(matcher, PartyMention.Sort.ROLE, mentions);
        } else if (matcher.group("lowpossessive") == null) {
            mentions.add(new PartyMention(
                    matcher.start(), matcher.end("lower"), matcher.group("lowername"), PartyMention.Sort.ROLE));
        }
    }

    private static boolean nobody(Matcher matcher) {
        return matcher.group().regionMatches(true, 0, "no", 0, 2);
    }

    private static void addNamed(Matcher matcher, PartyMention.Sort sort, List<PartyMention> mentions) {
        if (matcher.group("staff") != null) {
            add(matcher, PartyMention.Sort.STAFF, mentions);
        } else if (matcher.group("possessive") == null) {
            String name = matcher.group("name");
            mentions.add(new PartyMention(
                    matcher.start(), matcher.end("named"), matcher.end("plural") < 0 ? name : name + "s", sort));
        }
    }

    private static void add(Matcher matcher, PartyMention.Sort sort, List<PartyMention> mentions) {
        mentions.add(new PartyMention(matcher.start(), matcher.end(), matcher.group(), sort));
    }
}
