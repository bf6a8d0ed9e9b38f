package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the duties, prohibitions and rights of a clause by rules: one obligation for each thing a party owes or may do. */
public final class ObligationExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-obligation", "2");
    private static final Set<ClauseKind> WITHOUT =
            EnumSet.of(ClauseKind.TITLE, ClauseKind.SIGNATURE, ClauseKind.RECITAL, ClauseKind.PREAMBLE);
    private static final Pattern DEFINITION = Pattern.compile(
            "^\\W*(?:the\\s+term\\s+)?[“\"”][^“”\"]{1,80}[”\"“],?\\s*(?:\\([^)]*\\)\\s*)?(?:(?:shall|will)\\s+)?(?:means?|refers?|has\\s+the|have\\s+the|is\\s+defined)\\b|^\\W*(?:whereas|now,?\\s+therefore|in\\s+witness)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final double FROM_OCR = 0.9;
    private static final int LONG_SENTENCE = 700;

    private final DeadlineReader deadlines = new DeadlineReader();
    /** The parties of the reading asked about last: the same for each of its clauses, and not worth finding again. */
    private volatile @Nullable Parties latest;

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.OBLIGATION);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.OBLIGATION) {
            throw new IllegalArgumentException("Asked for " + kind + ", but reads obligations");
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, and this clause is in another language.");
        }
        if (WITHOUT.contains(clause.kind())) {
            return new Extraction.NothingHere();
        }
        return new Reading(contract, partiesOf(contract)).read(clause);
    }

    private Parties partiesOf(ContractReading contract) {
        Parties known = latest;
        if (known == null || !known.areOf(contract)) {
            known = Parties.of(contract);
            latest = known;
        }
        return known;
    }

    /** One clause on its way into obligations. */
    private final class Reading {
        private final ContractReading contract;
        private final Parties parties;
        private final ObligationReader reader;
        private final List<Extraction.Candidate> candidates = new ArrayList<>();
        private boolean passiveWithoutActor;
        private @Nullable Subject before;

        Reading(ContractReading contract, Parties parties) {
            this.contract = contract;
            this.parties = parties;
            this.reader = new ObligationReader(parties, deadlines);
        }

        Extraction read(Clause clause) {
            for (Statement statement : Statements.of(contract, clause)) {
                read(statement);
            }
            if (!candidates.isEmpty()) {
                return new Extraction.Found(candidates);
            }
            return passiveWithoutActor
                    ? new Extraction.Unsure("Something is to be done, and the words do not say by whom.", List.of())
                    : new Extraction.NothingHere();
        }

        private void read(Statement statement) {
            String body = statement.body().text();
            if (DEFINITION.matcher(body).find()) {
                before = null;
                return;
            }
            AssertionReader own = AssertionReader.of(body, parties, before);
            List<Assertion> assertions = own.assertions();
            if (!statement.isItem()) {
                before = own.about();
                passiveWithoutActor |= own.isPassiveWithoutActor();
                assertions.forEach(assertion -> add(assertion, statement, statement.citations()));
                return;
            }
            if (own.begins()) {
                List<Citation> alone = statement.prose().cite(statement.body(), CitationRole.ITEM);
                assertions.forEach(assertion -> add(assertion, statement, alone));
                return;
            }
            AssertionReader.of(statement.joined(), parties, before)
                    .assertionsFrom(statement.bodyStart())
                    .forEach(assertion -> add(assertion, statement, statement.citations()));
        }

        private void add(Assertion assertion, Statement statement, List<Citation> citations) {
            Optional<Obligation> read = reader.read(assertion);
            if (read.isEmpty()) {
                return;
            }
            Obligation obligation = read.get();
            List<Citation> cited = new ArrayList<>(citations);
            if (obligation.consequence() == null
                    && statement.next() != null
                    && Conditions.isConsequence(statement.next().text())) {
                obligation = withConsequence(obligation, statement.next().text());
                cited.addAll(statement.prose().cite(statement.next(), CitationRole.CLAUSE));
            }
            candidates.add(new Extraction.Candidate(obligation, cited, confidence(assertion, statement, obligation)));
        }

        private double confidence(Assertion assertion, Statement statement, Obligation obligation) {
            double confidence = assertion.weight();
            if (statement.body().text().length() > LONG_SENTENCE) {
                confidence -= 0.1;
            }
            if (obligation.obligor().name() != null) {
                confidence += 0.03;
            }
            if (contract.parsed().fromOcr()) {
                confidence *= FROM_OCR;
            }
            return Math.max(0.05, Math.min(0.98, confidence));
        }
    }

    private static Obligation withConsequence(Obligation obligation, @Nullable String words) {
        return new Obligation(
                obligation.modality(),
                obligation.obligor(),
                obligation.obligee(),
                obligation.action(),
                obligation.trigger(),
                obligation.deadline(),
                words == null ? null : Conditions.tidy(words));
    }
}
