package io.recital.models.fact;

import io.recital.models.contract.Counterparty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks counterparties up by a name as another system writes it. */
final class CounterpartyNames {
    private static final double AMBIGUOUS = 0.5;

    private record Named(Counterparty counterparty, CompanyName name) {}

    private final Map<String, List<Named>> byFirstWord = new HashMap<>();
    private final Map<String, List<Named>> byLetters = new HashMap<>();
    private final Map<String, @Nullable Candidate> found = new HashMap<>();

    CounterpartyNames(Collection<Counterparty> counterparties) {
        for (Counterparty counterparty : counterparties) {
            add(counterparty, counterparty.name());
            counterparty.aliases().forEach(alias -> add(counterparty, alias));
        }
    }

    private void add(Counterparty counterparty, String written) {
        CompanyName name = CompanyName.of(written);
        if (!name.words().isEmpty()) {
            Named named = new Named(counterparty, name);
            byFirstWord
                    .computeIfAbsent(name.words().get(0), w -> new ArrayList<>())
                    .add(named);
            byLetters.computeIfAbsent(letters(name), w -> new ArrayList<>()).add(named);
        }
    }

    private static String letters(CompanyName name) {
        return String.join("", name.words());
    }

    private Set<Named> candidates(CompanyName name) {
        Set<Named> candidates = new LinkedHashSet<>();
        if (!name.words().isEmpty()) {
            candidates.addAll(byFirstWord.getOrDefault(name.words().get(0), List.of()));
            candidates.addAll(byLetters.getOrDefault(letters(name), List.of()));
        }
        return candidates;
    }

    /** The one whose name or alias is most alike; with another just as alike it is uncertain. Null when none is alike. */
    @Nullable
    Candidate find(String name) {
        if (name.isBlank()) {
            return null;
        }
        if (!found.containsKey(name)) {
            found.put(name, search(CompanyName.of(name)));
        }
        return found.get(name);
    }

    private @Nullable Candidate search(CompanyName name) {
        Candidate best = null;
        boolean tied = false;
        for (Named named : candidates(name)) {
            double likeness = named.name().likeness(name);
            if (likeness > 0 && (best == null || likeness >= best.confidence())) {
                boolean other = best != null
                        && !best.counterparty().equals(named.counterparty().id());
                tied = other && best != null && likeness == best.confidence();
                best = new Candidate(
                        named.counterparty().id(),
                        likeness,
                        likeness >= VendorMatch.LEAST_CERTAIN
                                ? "it has the counterparty's name"
                                : "its name is like the counterparty's");
            }
        }
        return best != null && tied
                ? best.withConfidence(Math.min(best.confidence(), AMBIGUOUS))
                        .withEvidence("several counterparties have a name like it")
                : best;
    }
}
