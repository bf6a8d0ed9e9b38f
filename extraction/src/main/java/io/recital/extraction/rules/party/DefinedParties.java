package io.recital.extraction.rules.party;

import io.recital.models.clause.Definition;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to the parties what a contract's definitions say of them: an alias, or a party that the opening does not name. */
final class DefinedParties {
    private static final int LONGEST_NAME = 100;
    private static final int FAR = 800;

    private final ContractReading reading;
    private final Map<String, ContractParty> parties = new LinkedHashMap<>();

    private DefinedParties(ContractReading reading, List<ContractParty> found) {
        this.reading = reading;
        found.forEach(party -> parties.put(PartyName.plain(party.name()), party));
    }

    static List<ContractParty> addedTo(List<ContractParty> found, ContractReading reading) {
        DefinedParties defined = new DefinedParties(reading, found);
        reading.segmentation().definitions().forEach(defined::add);
        return List.copyOf(defined.parties.values());
    }

    private void add(Definition definition) {
        String plain = PartyName.plain(definition.meaning());
        boolean usable = definition.party()
                && !plain.isEmpty()
                && definition.meaning().length() <= LONGEST_NAME
                && Alias.isAlias(definition.term());
        boolean taken =
                parties.values().stream().anyMatch(party -> party.aliases().contains(definition.term()));
        if (!usable || taken) {
            return;
        }
        ContractParty known = parties.get(plain);
        if (known != null) {
            parties.put(plain, called(known, definition));
        } else if (parties.size() < 2) {
            parties.put(
                    plain,
                    new ContractParty(
                            definition.meaning(), List.of(definition.term()), name(definition), term(definition)));
        }
    }

    /** The defined term itself, without the quotation marks and parentheses around it. */
    private Span term(Definition definition) {
        int at = reading.text().slice(definition.span()).indexOf(definition.term());
        int start = definition.span().start() + at;
        return at < 0
                ? definition.span()
                : new Span(
                        start,
                        start
                                + definition
                                        .term()
                                        .codePointCount(0, definition.term().length()));
    }

    /** The name before its definition. */
    private Span name(Definition definition) {
        int before = reading.text().utf16(definition.span().start());
        int at = reading.text().value().lastIndexOf(definition.meaning(), before);
        return at < 0 || before - at > FAR
                ? definition.span()
                : reading.text().spanOfUtf16(at, at + definition.meaning().length());
    }

    private ContractParty called(ContractParty known, Definition definition) {
        List<String> aliases = new ArrayList<>(known.aliases());
        aliases.add(definition.term());
        Span aliasSpan = known.aliases().isEmpty() ? term(definition) : known.aliasSpan();
        return new ContractParty(known.name(), aliases, known.span(), aliasSpan);
    }
}
