package io.recital.extraction.rules.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words after a party's name say it is called, as in {@code (“Supplier”)} or {@code (“Alder” or the “Supplier”)}.
 *
 * @param terms each short name
 * @param start where the wording begins: the term itself or, of several, what stands in the parentheses
 * @param end after its last character
 */
record Alias(List<String> terms, int start, int end) {
    private static final String OPEN = "[\"“”]|‘‘|``|''";
    private static final String CLOSE = "[\"“”]|’’|''";
    private static final String QUOTED = "(?:(?:" + OPEN + ")\\s*(?<double#>[^\"“”]{1,60}?)\\s*,?(?:" + CLOSE
            + ")|(?<![\\p{L}\\d])['‘](?<single#>[^'’‘]{1,60})['’](?!\\p{L}))";
    private static final Pattern TERM = Pattern.compile(QUOTED.replace("#", ""));
    private static final Pattern WORDING = Pattern.compile(
            "\\((?<in>(?:[^()]|\\([^()]{0,80}\\)){1,260})\\)"
                    + "|\\b(?:herein(?:after)?|hereafter|referred\\s+to|called|known|designated)\\b[^\"“()]{0,60}?(?<after>"
                    + QUOTED.replace("#", "2")
                    + "(?:\\s*,?\\s*(?:or|and)\\s+(?:the\\s+)?" + QUOTED.replace("#", "3") + ")?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE =
            Pattern.compile("(?:the\\s+|The\\s+|as\\s+)?(\\p{Lu}[\\w&.-]+(?:\\s\\p{Lu}[\\w&.-]*){0,3})");
    private static final Pattern CALLED = Pattern.compile(
            "(?is).*\\b(?:referred\\s+to(?:\\s+herein)?\\s+as|called|known\\s+as)\\s+(?:the\\s+)?([\\w&.-]+(?:\\s[\\w&.-]+){0,3})\\s*,?");
    private static final String ROLE =
            "(?:(?:the\\s+|The\\s+)\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?|we|us|you|\\p{Lu}[\\p{L}&.-]+)";
    private static final Pattern ROLES = Pattern.compile("\\s*(?:the\\s+\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?|we|you|"
            + ROLE + "\\s*,\\s*(?:we|us|you))(?:\\s*(?:,|or|and)\\s*" + ROLE + ")?\\s*");
    private static final Pattern TOGETHER = Pattern.compile("(?is)\\b(?:together|collectively|jointly)\\b");
    private static final Set<String> NO_ALIASES = Set.of(
            "agreement",
            "party",
            "parties",
            "effective date",
            "contract",
            "date",
            "amendment",
            "parent",
            "execution date",
            "the agreement",
            "closing date",
            "commencement date",
            "signing date",
            "sow",
            "order",
            "msa",
            "each",
            "plan");
    private static final Pattern NO_ALIAS = Pattern.compile(
            "(?i).*\\b(?:date|agreement|contract|amendment|addendum|framework|deed|schedule|exhibit|annex|order|term|territory|letter|lease|act|notes?|securities|shares|stock)s?$");

    Alias {
        terms = List.copyOf(terms);
    }

    /** The first wording in a range that names a party. */
    static Optional<Alias> find(String text, int from, int until) {
        Matcher wording = WORDING.matcher(text).region(from, until);
        while (wording.find()) {
            boolean inside = wording.group("in") != null;
            String group = inside ? "in" : "after";
            Optional<Alias> alias = read(wording.group(group), wording.start(group));
            if (alias.isEmpty() && inside) {
                boolean next = text.substring(from, wording.start()).matches("[\\s,]*");
                alias = unquoted(wording.group(group), wording.start(group), next);
            }
            if (alias.isPresent()) {
                return alias;
            }
        }
        return Optional.empty();
    }

    private static Optional<Alias> read(String words, int at) {
        List<String> usable = new ArrayList<>();
        Matcher term = TERM.matcher(words);
        Matcher together = TOGETHER.matcher(words);
        int group = together.find() ? together.start() : words.length();
        int quoted = 0;
        int start = 0;
        int end = 0;
        while (term.find()) {
            quoted++;
            String name = term.group("double") == null ? "single" : "double";
            String plain = plain(term.group(name));
            if (isAlias(plain) && (term.start() < group || usable.isEmpty())) {
                start = term.start(name);
                end = term.end(name);
                usable.add(plain);
            }
        }
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                quoted == 1 ? new Alias(usable, at + start, at + end) : new Alias(usable, at, at + words.length()));
    }

    private static Optional<Alias> unquoted(String words, int at, boolean next) {
        Matcher called = CALLED.matcher(words);
        Matcher bare = called.matches() ? called : BARE.matcher(words);
        Matcher role = ROLES.matcher(words);
        boolean named = words.strip().matches("\\p{L}+")
                && PartyRole.ofAlias(words.strip()).isPresent();
        if (bare != called && (named || role.matches())) {
            return Optional.of(new Alias(roles(words), at, at + words.length()));
        }
        boolean found = (bare == called || next) && bare.matches() && isAlias(plain(bare.group(1)));
        return found
                ? Optional.of(new Alias(List.of(plain(bare.group(1))), at + bare.start(1), at + bare.end(1)))
                : Optional.empty();
    }

    /** Roles and first or second persons without quotation marks: {@code (the Haulier, we)}. */
    private static List<String> roles(String words) {
        return Arrays.stream(words.split("\\s*(?:,|\\bor\\b|\\band\\b)\\s*"))
                .map(Alias::plain)
                .filter(Alias::isAlias)
                .toList();
    }

    private static String plain(String term) {
        return term.strip()
                .replaceFirst("^(?i:the)\\s+", "")
                .replaceAll("\\s+", " ")
                .replaceFirst("[,.;]+$", "");
    }

    /** Whether a defined term may be what a party is called. */
    static boolean isAlias(String term) {
        return !term.isBlank()
                && !NO_ALIASES.contains(term.toLowerCase(Locale.ROOT))
                && !NO_ALIAS.matcher(term).matches()
                && term.length() <= 50;
    }
}
