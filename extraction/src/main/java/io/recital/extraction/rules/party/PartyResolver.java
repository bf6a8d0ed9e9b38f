package io.recital.extraction.rules.party;

import static java.util.Objects.requireNonNull;

import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.PartyReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whom a contract means by {@code Supplier}, {@code the Company}, {@code we} or {@code either party}. */
public final class PartyResolver {
    private static final Set<String> COLLECTIVE = Set.of(
            "each party",
            "either party",
            "both parties",
            "the parties",
            "parties",
            "neither party",
            "no party",
            "any party",
            "each of the parties",
            "a party",
            "each",
            "each of them",
            "the other party",
            "other party",
            "such party");

    private static final int SHORTEST_NAME = 4;

    private static final ReadingCache<PartyResolver> KNOWN =
            new ReadingCache<>(reading -> new PartyResolver(PartyFinder.find(reading)));

    private final List<ContractParty> parties;

    public PartyResolver(List<ContractParty> parties) {
        this.parties = List.copyOf(parties);
    }

    /** Reads the parties from a contract. */
    public static PartyResolver of(ContractReading reading) {
        return KNOWN.get(requireNonNull(reading, "reading"));
    }

    /** The parties in the order in which the contract names them. */
    public List<ContractParty> parties() {
        return parties;
    }

    /** The party that a term means, by alias, by name, or by a role that only one party has; empty for several or none. */
    public Optional<ContractParty> find(String term) {
        String plain = plain(term);
        if (plain.isEmpty() || isCollective(term)) {
            return Optional.empty();
        }
        Optional<ContractParty> named = parties.stream()
                .filter(party ->
                        party.aliases().stream().anyMatch(alias -> plain(alias).equals(plain))
                                || party.name().equalsIgnoreCase(term.strip())
                                || PartyName.plain(party.name()).equals(PartyName.plain(plain)))
                .findFirst();
        return named.or(() -> byFirstPerson(plain)).or(() -> byRole(plain)).or(() -> byFirstWord(plain));
    }

    /** The term with the party's full name where the contract tells it. */
    public PartyReference refer(String term) {
        return new PartyReference(
                term.strip(), find(term).map(ContractParty::name).orElse(null));
    }

    /** The other side, when there are exactly two parties. */
    public Optional<ContractParty> findOther(ContractParty party) {
        return parties.size() == 2
                ? parties.stream().filter(other -> !other.equals(party)).findFirst()
                : Optional.empty();
    }

    /** Whether the term means several parties at once or one that the sentence leaves open. */
    public static boolean isCollective(String term) {
        return COLLECTIVE.contains(term.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }

    /** Whether the term means a party of this contract, one or several. */
    public boolean names(String term) {
        return isCollective(term) || find(term).isPresent();
    }

    private Optional<ContractParty> byFirstPerson(String plain) {
        List<String> spellings =
                switch (plain) {
                    case "we", "us", "our" -> List.of("we", "us", "our");
                    case "you", "your" -> List.of("you", "your");
                    default -> List.of();
                };
        return parties.stream()
                .filter(party -> party.aliases().stream().anyMatch(alias -> spellings.contains(plain(alias))))
                .findFirst();
    }

    private Optional<ContractParty> byRole(String plain) {
        Optional<PartyRole> role = PartyRole.ofAlias(plain);
        List<ContractParty> holders = parties.stream()
                .filter(party -> role.isPresent() && party.role().equals(role))
                .toList();
        return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
    }

    /** By the first word of its name, where that of no other begins so. */
    private Optional<ContractParty> byFirstWord(String plain) {
        List<ContractParty> so = parties.stream()
                .filter(party -> plain.length() >= SHORTEST_NAME
                        && party.name().toLowerCase(Locale.ROOT).startsWith(plain + " "))
                .toList();
        return so.size() == 1 ? Optional.of(so.get(0)) : Optional.empty();
    }

    private static String plain(String term) {
        return term.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^the\\s+", "")
                .replaceFirst("['’]s?$", "")
                .replaceAll("\\s+", " ");
    }
}
