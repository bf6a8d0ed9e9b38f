package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads service levels and KPIs by rules, from prose and tables, joined to the credits that stand elsewhere. */
public final class MeasureExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-measure", "1");
    private static final double FROM_OCR = 0.9;
    private static final Pattern HINT =
            Pattern.compile("\\d|\\[\\s*[*●•]|percent|minutes|hours|redacted", Pattern.CASE_INSENSITIVE);

    private final MeasureProse prose = new MeasureProse();
    private final MeasureTables tables = new MeasureTables();
    private final CreditReader credits = new CreditReader();
    private final WindowReader windows = new WindowReader();

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.MEASURE);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.MEASURE) {
            throw new IllegalArgumentException("Asked for " + kind + ", but reads measures");
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, and this clause is in another language.");
        }
        if (clause.kind() == ClauseKind.TITLE
                || clause.kind() == ClauseKind.SIGNATURE
                || !HINT.matcher(clause.text()).find()) {
            return new Extraction.NothingHere();
        }
        List<Draft> drafts = draftsIn(contract, clause);
        if (drafts.isEmpty()) {
            return fromBands(contract, clause);
        }
        CreditJoin join = CreditJoin.around(contract, clause, credits);
        return new Extraction.Found(drafts.stream()
                .map(draft -> candidate(contract, join.join(draft)))
                .toList());
    }

    private List<Draft> draftsIn(ContractReading contract, Clause clause) {
        List<Draft> drafts = new ArrayList<>();
        for (List<TableRow> table : MeasureTables.tablesOf(clause)) {
            drafts.addAll(tables.read(contract, clause, table));
        }
        for (Statement statement : Statements.of(contract, clause)) {
            prose.read(statement, clause).ifPresent(drafts::add);
        }
        return drafts;
    }

    /** A table of bands whose first band earns no credit states the target itself. */
    private Extraction fromBands(ContractReading contract, Clause clause) {
        CreditTerms terms = clause.rows().isEmpty() ? null : credits.read(contract, clause);
        if (terms == null || terms.tiers().isEmpty()) {
            return new Extraction.NothingHere();
        }
        if (terms.fullFrom() == null) {
            return proseNearby(contract, clause)
                    ? new Extraction.NothingHere()
                    : new Extraction.Unsure("Credits by bands, and no target that they belong to.", List.of());
        }
        Draft draft = new Draft(
                nameOf(clause),
                null,
                null,
                Term.SERVICE_LEVEL,
                null,
                terms.fullFrom(),
                windows.inSentence(nameOf(clause)).orElse(null),
                terms.tiers(),
                terms.tierCitations(),
                0.8);
        return new Extraction.Found(List.of(
                candidate(contract, CreditJoin.around(contract, clause, credits).join(draft))));
    }

    private static String nameOf(Clause clause) {
        return clause.rows().stream()
                .filter(row -> !row.header())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.text().contains("%")
                        && !cell.header().toLowerCase(java.util.Locale.ROOT).contains("credit"))
                .map(cell -> MeasureTables.flat(cell.header()))
                .filter(header -> !header.isBlank())
                .findFirst()
                .orElse(clause.heading() == null ? "Service level" : clause.heading());
    }

    private boolean proseNearby(ContractReading contract, Clause clause) {
        return contract.clauses().stream()
                .filter(near -> Math.abs(near.ordinal() - clause.ordinal()) <= 15)
                .anyMatch(near -> !draftsIn(contract, near).isEmpty());
    }

    private static Extraction.Candidate candidate(ContractReading contract, CreditJoin.Joined joined) {
        double confidence = contract.parsed().fromOcr() ? joined.confidence() * FROM_OCR : joined.confidence();
        return new Extraction.Candidate(joined.measure(), joined.citations(), confidence);
    }
}
