package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parties where a sentence says what the words for them mean, {@code “we” and “us” mean Alder Ltd}, or who
 * writes to whom, {@code On behalf of Alder Ltd I send to Birch plc}.
 */
final class PlainParties {
    private static final String TERM = "[\"“]([^\"“”]{1,40})[\"”]";
    private static final Pattern MEANS = Pattern.compile(TERM + "(?:\\s*,?\\s*(?:and|or|,)?\\s*" + TERM
            + ")*\\s+(?:shall\\s+)?(?:means?|refers?\\s+to|are|is|stands?\\s+for)\\s+(?:the\\s+company\\s+)?");
    private static final Pattern SENDS = Pattern.compile(
            "(?i)\\bon\\s+behalf\\s+of\\s+(?=\\S).{0,100}?\\b(?:I|we)\\s+(?:hereby\\s+)?(?:send|submit|report|deliver|give\\s+notice|write)[^.,;]{0,40}?\\bto\\s+");
    private static final Pattern BEHALF = Pattern.compile("(?i)\\bon\\s+behalf\\s+of\\s+");
    private static final Pattern EACH = Pattern.compile(TERM);

    private PlainParties() {}

    static List<ContractParty> find(Wording wording) {
        List<ContractParty> parties = new ArrayList<>();
        Matcher means = MEANS.matcher(wording.text());
        Matcher name = PartyName.NAME.matcher(wording.text());
        while (means.find()) {
            boolean named = name.region(means.end(), wording.text().length()).lookingAt()
                    && PartyName.isCompany(name.group().replaceFirst(",$", ""));
            if (named) {
                parties.add(party(wording, means, name.start(), name.end()));
            }
        }
        return parties.isEmpty() ? correspondents(wording, name) : parties;
    }

    private static List<ContractParty> correspondents(Wording wording, Matcher name) {
        List<ContractParty> parties = new ArrayList<>();
        Matcher sends = SENDS.matcher(wording.text());
        if (sends.find()) {
            Matcher behalf = BEHALF.matcher(wording.text());
            int writer = behalf.find(sends.start()) ? behalf.end() : sends.end();
            for (int at : new int[] {writer, sends.end()}) {
                if (name.region(at, wording.text().length()).lookingAt() && PartyName.isCompany(name.group())) {
                    parties.add(new ContractParty(
                            name.group().replaceAll("\\s+", " ").strip(),
                            List.of(),
                            wording.span(name.start(), name.end()),
                            wording.span(name.start(), name.end())));
                }
            }
        }
        return parties.size() == 2 ? parties : List.of();
    }

    private static ContractParty party(Wording wording, Matcher means, int start, int end) {
        List<String> aliases = new ArrayList<>();
        Matcher term = EACH.matcher(means.group());
        while (term.find()) {
            aliases.add(term.group(1).replaceFirst("^(?i:the)\\s+", ""));
        }
        int to = wording.text().charAt(end - 1) == ',' ? end - 1 : end;
        String name =
                wording.text().substring(start, to).replaceAll("\\s+", " ").strip();
        return new ContractParty(name, aliases, wording.span(start, to), wording.span(means.start(1), means.end(1)));
    }
}
