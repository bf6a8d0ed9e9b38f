package io.recital.ingestion.job;

import io.recital.models.contract.CitableText;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.CarryOver;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.Repositories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes what people stated of a contract over to its new version, or keeps what of it has to be stated again, in the
 * transaction from which on that version is served.
 */
final class CarriedStatements {
    private final Repositories store;

    CarriedStatements(Repositories store) {
        this.store = store;
    }

    /**
     * What people stated of the contract, or with its words, put to the version that is served of it now.
     *
     * @return what became of it, for a reader; empty where nothing was stated
     */
    Optional<String> carryTo(DocumentVersion version) {
        List<Finding> stated = store.findings().listStated(version.contract()).stream()
                .filter(finding -> finding.citations().stream()
                        .anyMatch(citation -> !citation.document().equals(currentOf(citation.contract()))))
                .toList();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, CitableText> read = new HashMap<>();
        Function<UUID, CitableText> texts = id ->
                read.computeIfAbsent(id, document -> store.findCitable(document).orElseThrow());
        CarryOver over = new CarryOver(texts, contract -> texts.apply(currentOf(contract)));
        long lost = stated.stream().filter(finding -> !keep(finding, over)).count();
        return Optional.of(note(version, stated.size() - lost, lost));
    }

    private UUID currentOf(UUID contract) {
        return store.contracts().get(contract).document();
    }

    /** Whether it goes on; what somebody rejected need not be stated again. */
    private boolean keep(Finding stated, CarryOver over) {
        CarryOver.Outcome outcome = over.of(stated);
        if (outcome instanceof CarryOver.Carried carried) {
            Finding kept = store.findings().state(carried.finding());
            store.reviews().carry(stated.id(), kept.id());
            store.carriedFindings().carry(stated.id(), kept, carried.clauseChanged());
            return true;
        }
        LostStatement statement = ((CarryOver.Lost) outcome).statement();
        store.carriedFindings().lose(statement);
        return stated.review() == ReviewStatus.REJECTED;
    }

    private static String note(DocumentVersion version, long carried, long lost) {
        return "What was stated of earlier versions of " + version.file() + ": " + carried + " carried over"
                + (lost == 0
                        ? ""
                        : ", " + lost + " to be stated again (recital findings list --contract " + version.contract()
                                + ")");
    }
}
