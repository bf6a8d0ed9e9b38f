package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.party.ContractParty;
import io.recital.extraction.rules.party.JointName;
import io.recital.extraction.rules.party.PartyRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;

/** States the parties with what the contract calls them and what they do. */
final class PartyRule implements FactRule {
    @Override
    public List<Candidate> judge(FactReading contract) {
        List<ContractParty> parties = contract.parties().parties();
        List<Candidate> found = new ArrayList<>();
        for (ContractParty party : parties) {
            List<Citation> citations = new ArrayList<>();
            citations.add(contract.reading().cite(party.span(), CitationRole.CLAUSE));
            if (!party.aliasSpan().equals(party.span())) {
                citations.add(contract.reading().cite(party.aliasSpan(), CitationRole.DEFINITION));
            }
            if (party.equals(parties.get(parties.size() - 1))) {
                JointName.find(contract.wording(), parties)
                        .ifPresent(span -> citations.add(contract.reading().cite(span, CitationRole.CLAUSE)));
            }
            String alias = party.aliases().isEmpty() ? null : party.aliases().get(0);
            String role = party.role().map(PartyRole::label).orElse(null);
            TypedValue value = new TypedValue.Party(party.name(), alias, role);
            found.add(new Candidate(
                    ContractFact.of(FactType.PARTY, value), citations, confidence(parties.size(), party)));
        }
        return found;
    }

    /** As often as such names were right: one that is given an alias nearly always is. */
    private static double confidence(int parties, ContractParty party) {
        if (!party.aliases().isEmpty()) {
            return parties <= 2 ? 0.92 : 0.87;
        }
        return switch (parties) {
            case 1 -> 0.5;
            case 2 -> 0.74;
            case 3 -> 0.55;
            default -> 0.42;
        };
    }
}
