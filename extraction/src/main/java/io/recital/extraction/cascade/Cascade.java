package io.recital.extraction.cascade;

import io.recital.models.contract.ContractReading;
import io.recital.models.finding.ClauseScore;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks the offline extractors about every clause, and for a second opinion (of an LLM, where one is configured) only on
 * the clauses on which they are unsure or contradict each other.
 */
public final class Cascade implements ContractReader {
    private static final Extraction NOT_VERBATIM =
            new Extraction.Failed(FailureCategory.UNVERIFIABLE_QUOTE, false, "a quote does not stand in the text");

    private final List<Extractor> offline;
    private final Optional<SecondOpinion> second;

    public Cascade(List<Extractor> offline) {
        this(offline, Optional.empty());
    }

    public Cascade(List<Extractor> offline, Optional<SecondOpinion> second) {
        this.offline = List.copyOf(offline);
        this.second = second;
    }

    @Override
    public Reading read(ContractReading contract, LlmCalls calls) {
        Answers answers = new Answers();
        Remarks remarks = new Remarks();
        List<ClauseScore> scores = new ArrayList<>();
        for (Said said : askAll(contract)) {
            scores.addAll(said.judgement().scores());
            said.judgement().answers().forEach((clause, answer) -> {
                remarks.note(said.provenance(), answer);
                answers.add(said.kind(), clause, said.provenance(), answer);
            });
        }
        LlmUse use = second.map(opinion -> opinion.settle(contract, calls, answers, remarks))
                .orElse(LlmUse.NONE);
        List<Finding> findings = findings(contract, answers, remarks);
        return new Reading(findings, remarks.sentences(), use, scores);
    }

    /** What one extractor answers about every clause. */
    private record Said(FindingKind kind, Provenance provenance, Extractor.Judgement judgement) {}

    /** The extractors work side by side; their answers come in the order of kinds and extractors. */
    private List<Said> askAll(ContractReading contract) {
        return Arrays.stream(FindingKind.values())
                .flatMap(kind -> offline.stream()
                        .filter(extractor -> extractor.kinds().contains(kind))
                        .map(extractor -> (Supplier<Said>)
                                () -> new Said(kind, extractor.provenance(), extractor.judgeAll(contract, kind))))
                .toList()
                .parallelStream()
                .map(Supplier::get)
                .toList();
    }

    private static List<Finding> findings(ContractReading contract, Answers answers, Remarks remarks) {
        FindingFactory factory = new FindingFactory(contract);
        ContractDollar dollar = ContractDollar.of(contract.text().value(), facts(answers));
        Map<String, Finding> byIdentity = new LinkedHashMap<>();
        answers.forEach((kind, clause, provenance, candidate) -> {
            Optional<Finding> finding = factory.create(clause, provenance, dollar.in(candidate));
            if (finding.isEmpty()) {
                remarks.note(provenance, NOT_VERBATIM);
            }
            finding.ifPresent(found -> byIdentity.merge(
                    identity(clause, found), found, (a, b) -> a.confidence() >= b.confidence() ? a : b));
        });
        return new ArrayList<>(byIdentity.values());
    }

    private static List<Candidate> facts(Answers answers) {
        List<Candidate> facts = new ArrayList<>();
        answers.forEach((kind, clause, provenance, candidate) -> {
            if (kind == FindingKind.FACT) {
                facts.add(candidate);
            }
        });
        return facts;
    }

    private static String identity(UUID clause, Finding finding) {
        return clause + "|" + finding.content() + "|"
                + finding.citations().get(0).span();
    }
}
