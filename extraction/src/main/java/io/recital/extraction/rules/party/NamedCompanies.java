package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The companies that the first words of a short contract name in passing: {@code Alder Ltd ("Alder") will clean the offices
 * of Birch plc ("Client")}, {@code We, Birch plc, are pleased to store your goods}.
 */
final class NamedCompanies {
    private static final int BEGINNING = 3_000;
    private static final int NEAR = 220;
    private static final Pattern FIRST_PERSON = Pattern.compile("(?:^|[\\s.])(?:We|we),\\s+$");
    private static final Pattern ADDRESSED = Pattern.compile("(?:^|\\n)\\s*(?:To|TO)\\s*:?\\s+$");
    private static final Pattern AS =
            Pattern.compile("^(?:[^.;()\\n]{0,40}?,)?\\s+(?:(?:as\\s+)?the|as)\\s+(?<role>\\p{L}+)");
    private static final Pattern OF_ANOTHER =
            Pattern.compile("\\b(?:[Bb]ank|[Ii]nsur\\w+|[Aa]uditor|published|website)\\b[^.]{0,30}$");
    private static final Pattern NUMBER = Pattern.compile("(?:[\\p{Lu}]*[\\d/-]+[\\p{L}\\d/-]*\\s+)+");
    private static final Pattern LEADING = Pattern.compile("^(?:For|To|Between|Dear|From|By|With|And|Of|We)\\s+");

    private NamedCompanies() {}

    /** The first two, those that it calls by another name before others; none where there are fewer. */
    static List<ContractParty> find(Wording wording) {
        String text =
                wording.text().substring(0, Math.min(BEGINNING, wording.text().length()));
        List<ContractParty> all = new ArrayList<>();
        Matcher name = PartyName.NAME.matcher(text);
        while (name.find()) {
            Matcher leading = LEADING.matcher(name.group());
            int end = name.group().endsWith(",") ? name.end() - 1 : name.end();
            int start = start(text, name.start() + (leading.find() ? leading.end() : 0), end);
            String words = text.substring(start, end).replaceAll("\\s+", " ").strip();
            String before = text.substring(Math.max(0, start - 40), start);
            boolean known =
                    all.stream().anyMatch(other -> PartyName.plain(other.name()).equals(PartyName.plain(words)));
            if (!known
                    && PartyName.isCompany(words)
                    && !OF_ANOTHER.matcher(before).find()) {
                all.add(party(wording, text, start, end, words, before));
            }
        }
        List<ContractParty> called = all.stream()
                .filter(party -> !party.aliases().isEmpty())
                .limit(2)
                .toList();
        return called.size() == 2 ? called : all.size() < 2 ? List.of() : List.copyOf(all.subList(0, 2));
    }

    /** Whether a name begins with a word that only leads to it: {@code Between Alder Ltd}. */
    static boolean isLed(String name) {
        return LEADING.matcher(name).find();
    }

    /** Behind a line break, before which something else stands, and without a number. */
    private static int start(String text, int from, int end) {
        int line = text.lastIndexOf('\n', end - 1) + 1;
        boolean whole =
                line <= from || !PartyName.isCompany(text.substring(line, end)) || !begins(text.substring(line, end));
        Matcher number = NUMBER.matcher(text).region(whole ? from : line, end);
        return number.lookingAt() ? number.end() : whole ? from : line;
    }

    /** A line that goes on with “& Sons” belongs to the one before. */
    private static boolean begins(String line) {
        return Character.isUpperCase(line.strip().charAt(0))
                || Character.isDigit(line.strip().charAt(0));
    }

    private static ContractParty party(Wording wording, String text, int start, int end, String words, String before) {
        Span span = wording.span(start, end);
        Optional<Alias> alias = Alias.find(text, end, until(text, end));
        if (alias.isPresent()) {
            Alias called = alias.get();
            return new ContractParty(words, called.terms(), span, wording.span(called.start(), called.end()));
        }
        Matcher as = AS.matcher(text.substring(end, until(text, end)));
        if (as.find() && PartyRole.ofAlias(as.group("role")).isPresent()) {
            Span role = wording.span(end + as.start("role"), end + as.end("role"));
            return new ContractParty(words, List.of(as.group("role")), span, role);
        }
        List<String> person = FIRST_PERSON.matcher(before).find()
                ? List.of("we", "us")
                : ADDRESSED.matcher(before).find() ? List.of("you") : List.of();
        return new ContractParty(words, person, span, span);
    }

    /** Where the words about a company end: at the next one, or a little later. */
    private static int until(String text, int from) {
        int until = Math.min(text.length(), from + NEAR);
        Matcher next = PartyName.NAME.matcher(text).region(from, until);
        while (next.find()) {
            if (PartyName.isCompany(next.group().replaceFirst(",$", ""))) {
                return next.start();
            }
        }
        return until;
    }
}
