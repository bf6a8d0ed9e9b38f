package io.recital.extraction.rules.party;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes off a party's name what only leads to it: a form of address, the word of a label, the line before. */
final class NameLead {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i:M/s\\.?|Messrs\\.?|M/S|For|To|From|By|Between|With|And|Attn\\.?|Attention|Re|c/o)\\s*:?",
            Pattern.CASE_INSENSITIVE);
    /** Words of labels that no role has. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:Owner|Company|Party(?:\\s+[A-Z\\d])?|Our\\s+company|Bill\\s+to|Sold\\s+to|Ship\\s+to|Operator|Lender|Borrower|Insurer|Broker|Depositor|Keeper|Engineer|Architect|Name)s?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern APART = Pattern.compile("[\\t\\n\\r:|–—]");
    private static final int LONGEST = 3;

    private NameLead() {}

    /** The party with its name alone. */
    static ContractParty without(ContractParty party, StoredText text) {
        String written = text.slice(party.span());
        Matcher word = WORD.matcher(written);
        for (int words = 1; words <= LONGEST && word.find(); words++) {
            String lead = written.substring(0, word.end()).strip();
            String rest = written.substring(word.end());
            String name = rest.strip();
            if (isName(name) && leads(lead, rest, name, text.value())) {
                return cut(party, lead, name, rest.indexOf(name) + word.end(), text);
            }
        }
        return party;
    }

    private static boolean isName(String name) {
        return PartyName.isCompany(name)
                && (Character.isUpperCase(name.charAt(0)) || Character.isDigit(name.charAt(0)));
    }

    private static boolean leads(String lead, String rest, String name, String text) {
        if (ADDRESS.matcher(lead).matches()) {
            return true;
        }
        String label = lead.replaceFirst("\\s*:$", "");
        boolean isLabel =
                PartyRole.ofAlias(label).isPresent() || LABEL.matcher(label).matches();
        boolean apart = APART.matcher(lead.substring(lead.length() - 1) + rest.substring(0, rest.indexOf(name)))
                .find();
        boolean numbered = lead.chars().anyMatch(Character::isDigit);
        return (isLabel && (apart || standsAlone(label, lead, name, text)))
                || (apart && (numbered || standsAlone(label, lead, name, text)));
    }

    /** Whether the name stands somewhere without what leads to it here, and never else with it. */
    private static boolean standsAlone(String label, String lead, String name, String text) {
        long all = count(name, text);
        long led = count(lead + " " + name, text);
        return led <= 1 && all > led && !label.isEmpty();
    }

    private static long count(String words, String text) {
        String loose = Arrays.stream(words.replaceFirst("\\.$", "").split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + loose)
                .matcher(text)
                .results()
                .count();
    }

    private static ContractParty cut(ContractParty party, String lead, String name, int from, StoredText text) {
        int start = text.utf16(party.span().start()) + from;
        Span span = text.spanOfUtf16(start, start + name.length());
        Optional<String> called = Optional.of(lead.replaceFirst("\\s*:$", ""))
                .filter(label ->
                        party.aliases().isEmpty() && PartyRole.ofAlias(label).isPresent());
        Span first =
                called.isPresent() ? party.span() : party.aliasSpan().equals(party.span()) ? span : party.aliasSpan();
        return new ContractParty(
                name.replaceAll("\\s+", " "), called.map(List::of).orElse(party.aliases()), span, first, party.read());
    }
}
