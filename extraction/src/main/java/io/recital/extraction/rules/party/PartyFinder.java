package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.contract.ContractReading;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parties in a contract's opening words and in the definitions that name parties. */
public final class PartyFinder {
    private static final int MOST_ANCHORS = 6;
    private static final Pattern ANCHOR = Pattern.compile(
            "\\b(?:by\\s+and\\s+(?:between|among)(?:st)?|(?:is\\s+)?(?:made|entered|executed)[^.]{0,80}?\\b(?:between|among|by|with)"
                    + "|(?<![-\\w])between|among|(?:gentlemen|dear\\s+sirs?)(?=\\s*:)|b\\se\\st\\sw\\se\\se\\sn)\\b\\s*:?\\s*(?:the\\s+following\\s+parties\\s*:?)?",
            Pattern.CASE_INSENSITIVE);

    private PartyFinder() {}

    /** The parties in the order in which the contract names them; empty when its words do not say. */
    public static List<ContractParty> find(ContractReading reading) {
        Opening opening = Opening.of(reading);
        List<ContractParty> found = find(reading, opening);
        if (found.size() < 2) {
            List<ContractParty> covered = find(reading, Opening.withCover(reading));
            found = longer(found, covered);
        }
        if (found.size() < 2) {
            Wording wording = Wording.of(reading);
            found = longer(found, LabelledParties.find(opening.wording()));
            found = found.size() < 2 ? longer(found, NamedCompanies.find(opening.wording())) : found;
            found = found.size() < 2 ? longer(found, LabelledParties.signing(wording)) : found;
        }
        List<ContractParty> named = found.stream()
                .map(party -> NameLead.without(party, reading.text()))
                .toList();
        return RoleReader.complete(named, reading.text().value());
    }

    private static List<ContractParty> find(ContractReading reading, Opening opening) {
        List<ContractParty> best = anchored(opening, true);
        if (best.size() < 2) {
            List<ContractParty> plain = PlainParties.find(opening.wording());
            best = longer(best, plain);
        }
        if (best.size() < 2) {
            best = orAliased(opening, best);
        }
        if (best.size() < 2 || aliased(best) == 0) {
            List<ContractParty> later = anchored(opening, false);
            best = best.size() < 2 ? longer(best, later) : aliased(later) >= 2 ? later : best;
        }
        List<ContractParty> all = DefinedParties.addedTo(best, reading);
        return all.size() == 2 && aliased(all) == 0 ? CoverParties.describedLater(all, opening.wording()) : all;
    }

    /** The names after "between", in the opening words or, where these are silent, in the first clauses. */
    private static List<ContractParty> anchored(Opening opening, boolean beforeBody) {
        List<ContractParty> best = List.of();
        Matcher anchor = ANCHOR.matcher(opening.text());
        int tried = 0;
        while (anchor.find() && aliased(best) < 2 && (best.size() < 2 || (beforeBody && tried < MOST_ANCHORS))) {
            if (opening.isBeforeBody(anchor.start()) != beforeBody) {
                continue;
            }
            tried++;
            List<ContractParty> found = PartyList.read(opening, anchor.end());
            boolean more = Math.min(2, found.size()) > Math.min(2, best.size());
            if (more || (found.size() >= 2 && aliased(found) > aliased(best))) {
                best = found;
            }
        }
        return best;
    }

    private static List<ContractParty> longer(List<ContractParty> found, List<ContractParty> other) {
        return other.size() > found.size() ? other : found;
    }

    private static long aliased(List<ContractParty> parties) {
        return parties.stream().filter(party -> !party.aliases().isEmpty()).count();
    }

    /** Without "between" there may still be names with aliases at the very beginning. */
    private static List<ContractParty> orAliased(Opening opening, List<ContractParty> otherwise) {
        List<ContractParty> aliased = PartyList.read(opening, 0).stream()
                .filter(party -> !party.aliases().isEmpty() && !NamedCompanies.isLed(party.name()))
                .toList();
        return aliased.size() >= 2 ? aliased : otherwise;
    }
}
