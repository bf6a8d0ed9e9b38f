package io.recital.retrieval.portfolio;

import io.recital.models.contract.Counterparty;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What several contracts say to one question: from findings, or from the sentences that come nearest to it. */
public final class Portfolio {
    private static final Set<String> FACTS_OF_A_FAMILY =
            Set.of(FactType.DOCUMENT_TYPE.label(), FactType.EFFECTIVE_DATE.label(), FactType.AGREEMENT_DATE.label());
    private static final int MOST_FACTS = 20;

    private final TextEncoder encoder;

    public Portfolio(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * What was found; empty where the question is about one contract and nothing has to be computed, or where nothing
     * comes near. Call it in the name of a tenant.
     *
     * @param counterparties all that the tenant has
     */
    public Optional<PortfolioResult> find(Understanding question, QueryRun run, List<Counterparty> counterparties) {
        PortfolioQuestion asked = PortfolioQuestion.of(question.text(), question.topics(), question.asOf());
        List<Family> all = families(run, counterparties);
        if (asked.versions()) {
            return versions(question, run, asked, all);
        }
        List<Family> families = NamedFamilies.in(question, asked, all);
        Subject subject = asked.subject();
        if (families.isEmpty()) {
            return Optional.empty();
        }
        if (subject != null && subject.source() != Subject.Source.MARKED) {
            StatedTerms statements =
                    new StatedTerms(run, question.asOf(), PortfolioWords.of(question, subject), asked.form());
            return new PortfolioFindings(asked, subject, statements).find(families);
        }
        List<StatedTerm> near = new PortfolioPassages(question, run, encoder, asked.form(), subject).find(families);
        return near.isEmpty() || (asked.isInOrder() && near.stream().noneMatch(Portfolio::isMeasured))
                ? Optional.empty()
                : Optional.of(PortfolioFindings.result(asked, subject == null ? "" : subject.name(), near));
    }

    private static boolean isMeasured(StatedTerm statement) {
        return statement.measured().isPresent();
    }

    /** An older and a newer text of one family beside each other; empty where they do not differ. */
    private static Optional<PortfolioResult> versions(
            Understanding question, QueryRun run, PortfolioQuestion asked, List<Family> all) {
        Subject subject = asked.subject();
        Optional<Family> family = NamedFamilies.theOne(question, all);
        if (subject == null || family.isEmpty()) {
            return Optional.empty();
        }
        List<StatedTerm> versions = new StatedTerms(
                        run, question.asOf(), PortfolioWords.of(question, subject), asked.form())
                .versions(subject, family.get());
        return versions.size() < 2
                ? Optional.empty()
                : Optional.of(new PortfolioResult(subject.name(), PortfolioResult.Operation.EACH, versions, versions));
    }

    static List<Family> families(QueryRun run, List<Counterparty> counterparties) {
        return Family.of(
                run.contracts(new TypedQuery.Contracts(Set.of())),
                counterparties,
                run.findings(new TypedQuery.Findings(FindingKind.FACT, FACTS_OF_A_FAMILY, Set.of(), "", MOST_FACTS)));
    }
}
