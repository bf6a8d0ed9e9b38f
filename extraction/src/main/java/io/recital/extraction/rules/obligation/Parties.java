package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.party.ContractParty;
import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.party.PartyRole;
import io.recital.extraction.rules.statement.Markup;
import io.recital.models.clause.Definition;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.PartyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the parties of one contract are, by every name under which its wording can mention them. */
final class Parties {
    private final PartyResolver resolver;
    private final List<Definition> definitions;
    private final PartyMentions mentions;
    private final List<String> pair;
    private final @Nullable Sides sides;
    private final boolean presentTense;

    private Parties(ContractReading contract) {
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
        String text = Markup.blanked(contract.text().value());
        Actors actors = Actors.of(text);
        names.addAll(actors.names());
        this.mentions = PartyMentions.of(names);
        this.presentTense = PresentTense.isStyleOf(text, mentions);
        this.pair = pair(actors);
        this.sides = Sides.of(pair).or(() -> Sides.ofWording(text, pair)).orElse(null);
    }

    static Parties of(ContractReading contract) {
        return new Parties(contract);
    }

    /** The terms for the two sides, as far as names and acts tell them. */
    private List<String> pair(Actors actors) {
        List<String> named = resolver.parties().size() == 2
                ? resolver.parties().stream().map(Parties::usualName).toList()
                : definitions.stream().map(Definition::term).distinct().toList();
        List<String> acting = named.size() == 2 && actors.act(named) ? named : actors.leading(named);
        return acting.size() == 2 ? acting : named;
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

    /** Whether the contract says what they owe in the present tense. */
    boolean promiseInPresentTense() {
        return presentTense;
    }

    /** What the contract calls its two parties; empty when it has not two. */
    List<String> pair() {
        return pair.size() == 2 ? pair : List.of();
    }

    /** The other of two parties; empty when the term means neither. */
    Optional<String> other(String term) {
        return pair().stream().anyMatch(term::equalsIgnoreCase)
                ? pair().stream().filter(one -> !one.equalsIgnoreCase(term)).findFirst()
                : Optional.empty();
    }

    /** Whether a term means one party of this contract. */
    boolean knows(String term) {
        return resolver.find(term).isPresent() || defined(term) != null;
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
