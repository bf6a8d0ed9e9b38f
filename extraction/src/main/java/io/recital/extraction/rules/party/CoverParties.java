package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two names that a cover gives alone, and that the contract's first words give again with what it calls each of them. */
final class CoverParties {
    private static final int FAR = 320;

    private CoverParties() {}

    /** Both as they are described later; as they are where one is not. */
    static List<ContractParty> describedLater(List<ContractParty> named, Wording wording) {
        List<ContractParty> described = new ArrayList<>();
        for (ContractParty party : named) {
            ContractParty other = named.get(named.indexOf(party) == 0 ? 1 : 0);
            described(party, other, wording).ifPresent(described::add);
        }
        boolean differ = described.size() == 2
                && !described.get(0).aliases().equals(described.get(1).aliases());
        return differ ? List.copyOf(described) : named;
    }

    private static Optional<ContractParty> described(ContractParty party, ContractParty other, Wording wording) {
        String text = wording.text();
        Matcher again = anyCase(party).matcher(text);
        Matcher next = anyCase(other).matcher(text);
        while (again.find()) {
            int until = Math.min(text.length(), again.end() + FAR);
            int end = next.region(again.end(), until).find() ? next.start() : until;
            Optional<Alias> called = Alias.find(text, again.end(), end);
            if (called.isPresent()) {
                Alias alias = called.get();
                return Optional.of(new ContractParty(
                        again.group().replaceAll("\\s+", " "),
                        alias.terms(),
                        wording.span(again.start(), again.end()),
                        wording.span(alias.start(), alias.end())));
            }
        }
        return Optional.empty();
    }

    private static Pattern anyCase(ContractParty party) {
        String words = String.join(
                "\\s+",
                List.of(party.name().split("\\s+")).stream().map(Pattern::quote).toList());
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
