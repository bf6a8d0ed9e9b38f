package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.party.ContractParty;
import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.party.PartyRole;
import io.recital.models.clause.Definition;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.PartyReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the parties of one contract are, by every name under which its wording can mention them. */
final class Parties {
    private final WeakReference<ContractReading> contract;
    private final PartyResolver resolver;
    private final List<Definition> definitions;
    private final PartyMentions mentions;
    private final @Nullable Sides sides;

    private Parties(ContractReading contract) {
        this.contract = new WeakReference<>(contract);
        this.resolver = PartyResolver.of(contract);
        this.definitions = contract.segmentation().definitions().stream()
                .filter(Definition::party)
                .toList();
        List<String> names = new ArrayList<>();
        for (Definition definition : definitions) {
            names.add(definition.term());
            names.add(definition.meaning());
        }
        for (ContractParty party : resolver.parties()) {
            names.add(party.name());
            names.addAll(party.aliases());
        }
        names.addAll(Actors.in(contract.text().value()));
        this.mentions = PartyMentions.of(names);
        this.sides = sides(contract);
    }

    static Parties of(ContractReading contract) {
        return new Parties(contract);
    }

    private @Nullable Sides sides(ContractReading reading) {
        List<String> named = resolver.parties().size() == 2
                ? resolver.parties().stream().map(Parties::usualName).toList()
                : definitions.stream().map(Definition::term).distinct().toList();
        String text = reading.text().value();
        List<String> acting = ActingParties.of(text, named);
        List<String> terms = acting.size() == 2 ? acting : named;
        return Sides.of(terms).or(() -> Sides.ofWording(text, terms)).orElse(null);
    }

    /** What a contract calls a party most: by its role, as we or you, or by its first alias. */
    private static String usualName(ContractParty party) {
        Optional<String> role = party.aliases().stream()
                .filter(alias -> PartyRole.ofAlias(alias).isPresent())
                .findFirst();
        Optional<String> person = party.aliases().stream()
                .filter(alias -> alias.equalsIgnoreCase("we") || alias.equalsIgnoreCase("you"))
                .findFirst();
        return role.or(() -> person)
                .or(() -> party.aliases().stream().findFirst())
                .orElse(party.name());
    }

    /** Who performs and who pays; empty when the contract does not tell. */
    Optional<Sides> sides() {
        return Optional.ofNullable(sides);
    }

    /** Whether a term means one party of this contract. */
    boolean knows(String term) {
        return resolver.find(term).isPresent() || defined(term) != null;
    }

    /** Whether these are the parties of that very reading. */
    @SuppressWarnings("ReferenceEquality") // comparing the texts would cost more than finding the parties
    boolean areOf(ContractReading other) {
        return contract.get() == other;
    }

    PartyMentions mentions() {
        return mentions;
    }

    /** The party as written, with its full name where the contract tells it. */
    PartyReference refer(String words, String term) {
        if (PartyResolver.isCollective(term)) {
            return new PartyReference(words, null);
        }
        @Nullable String name = resolver.find(term).map(ContractParty::name).orElse(null);
        return new PartyReference(words, name == null ? defined(term) : name);
    }

    private @Nullable String defined(String term) {
        return definitions.stream()
                .filter(definition ->
                        definition.term().equalsIgnoreCase(term) || ("the " + definition.term()).equalsIgnoreCase(term))
                .map(Definition::meaning)
                .findFirst()
                .orElse(null);
    }
}
