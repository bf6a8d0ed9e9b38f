package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The levers of a wording, each in one line, sure or not. */
final class LeversRead {
    private LeversRead() {}

    static String read(ContractReading contract) {
        return new LeverExtractor()
                .extractAll(contract, FindingKind.LEVER).values().stream()
                        .flatMap(LeversRead::candidates)
                        .map(lever -> lever.content().summary())
                        .collect(Collectors.joining(" | "));
    }

    static String read(String clause) {
        return read(
                ContractText.betweenSupplierAndCustomer().clause("1", clause).reading());
    }

    private static Stream<Candidate> candidates(Extraction answer) {
        List<Candidate> all = answer instanceof Extraction.Found found
                ? found.candidates()
                : answer instanceof Extraction.Unsure unsure ? unsure.candidates() : List.of();
        return all.stream();
    }
}
