package io.recital.models.ledger.measure;

import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What the documents of a dossier say of misses beside what each of them costs: read once, as many credits ask for it. */
final class MissRules {
    private final Dossier dossier;
    private final IdentityHashMap<PromisedMeasure, Optional<IncidentRule>> incidents = new IdentityHashMap<>();
    private final IdentityHashMap<PromisedMeasure, Optional<SeveralMisses>> several = new IdentityHashMap<>();
    private final Map<String, CreditTreatment> treatments = new HashMap<>();

    private MissRules(Dossier dossier) {
        this.dossier = dossier;
    }

    static MissRules of(Dossier dossier) {
        return dossier.reading(MissRules.class, MissRules::new);
    }

    Optional<IncidentRule> incident(PromisedMeasure measure) {
        return incidents.computeIfAbsent(measure, IncidentRule::of);
    }

    Optional<SeveralMisses> several(PromisedMeasure measure) {
        return several.computeIfAbsent(measure, SeveralMisses::of);
    }

    /** How credits under a contract are treated, by the documents that speak at the end of the first period asked for. */
    CreditTreatment treatment(String contract, Period period) {
        return treatments.computeIfAbsent(contract, key -> CreditTreatment.of(dossier, key, period));
    }
}
