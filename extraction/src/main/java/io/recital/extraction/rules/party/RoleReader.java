package io.recital.extraction.rules.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells who sells and who buys where the names for the parties do not say so: from the role of the other side, from who
 * pays and who invoices, and from who speaks.
 */
final class RoleReader {
    private static final int ENOUGH = 60_000;
    private static final int SHORT = 6_000;
    private static final String SELLS =
            "\\s+(?:shall|will|may|must|agrees?\\s+to)?\\s*(?:(?:promptly|only|then)\\s+)?(?:invoices?|supply|supplies|provides?|delivers?|sells?|increases?\\s+(?:the|its|our)\\s+(?:\\w+\\s+){0,3}(?:charges|prices|rates|fees))\\b";
    private static final String BUYS =
            "\\s+(?:shall|will|may|must|agrees?\\s+to)?\\s*(?:(?:promptly|only|then)\\s+)?(?:pays?|purchases?|buys?|orders?)\\b";
    private static final Pattern FIRST_PERSON = Pattern.compile("(?i)we|us|our");
    private static final Pattern SECOND_PERSON = Pattern.compile("(?i)you|your");
    private static final Pattern ROYALTY_REPORT =
            Pattern.compile("(?is).{0,400}\\broyalty\\s+(?:report|statement)\\b.*");
    private static final Pattern SENDER = Pattern.compile("(?i)on\\s+behalf\\s+of\\s+$");

    private RoleReader() {}

    static List<ContractParty> complete(List<ContractParty> parties, String text) {
        if (parties.size() != 2
                || parties.stream().allMatch(party -> party.role().isPresent())) {
            return parties;
        }
        String start = text.substring(0, Math.min(ENOUGH, text.length()));
        List<ContractParty> told = new ArrayList<>(parties);
        boolean nobody = parties.stream().noneMatch(party -> party.role().isPresent());
        for (int i = 0; nobody && i < 2; i++) {
            ContractParty party = told.get(i);
            ContractParty other = told.get(1 - i);
            if (other.role().isEmpty()) {
                Optional<PartyRole> role = reporter(party, start)
                        .or(() -> trader(party, other, start))
                        .or(() -> speaker(party));
                told.set(i, role.map(party::withRole).orElse(party));
            }
        }
        for (int i = 0; i < 2; i++) {
            ContractParty party = told.get(i);
            Optional<PartyRole> opposite = told.get(1 - i).role().flatMap(PartyRole::opposite);
            if (party.role().isEmpty() && opposite.isPresent()) {
                told.set(i, party.withRole(opposite.get()));
            }
        }
        return told;
    }

    /** Terms in plain words are the seller's: "we" supply, "you" pay. */
    private static Optional<PartyRole> speaker(ContractParty party) {
        if (party.aliases().stream()
                .anyMatch(alias -> FIRST_PERSON.matcher(alias).matches())) {
            return Optional.of(PartyRole.SUPPLIER);
        }
        return party.aliases().stream()
                        .anyMatch(alias -> SECOND_PERSON.matcher(alias).matches())
                ? Optional.of(PartyRole.CUSTOMER)
                : Optional.empty();
    }

    /** Who reports royalties has the licence. */
    private static Optional<PartyRole> reporter(ContractParty party, String text) {
        int at = text.indexOf(party.name());
        return at > 0
                        && ROYALTY_REPORT.matcher(text).matches()
                        && SENDER.matcher(text.substring(Math.max(0, at - 30), at))
                                .find()
                ? Optional.of(PartyRole.LICENSEE)
                : Optional.empty();
    }

    /** By what the one does and the other does not; a few words in a long contract say nothing. */
    private static Optional<PartyRole> trader(ContractParty party, ContractParty other, String text) {
        long lead = sales(party, text) - sales(other, text);
        if (Math.abs(lead) < (text.length() < SHORT ? 1 : 3)) {
            return Optional.empty();
        }
        return Optional.of(lead > 0 ? PartyRole.SUPPLIER : PartyRole.CUSTOMER);
    }

    private static long sales(ContractParty party, String text) {
        List<String> names = new ArrayList<>(party.aliases());
        names.add(party.name().replaceFirst("\\.$", ""));
        String called = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")\\.?"));
        return count(called + SELLS, text) - count(called + BUYS, text);
    }

    private static long count(String words, String text) {
        return Pattern.compile("\\b" + words, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .count();
    }
}
