package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.EnglishRules;
import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads service levels and KPIs by rules, from prose and tables, joined to the credits that stand elsewhere. */
public final class MeasureExtractor extends EnglishRules {
    private static final Provenance PROVENANCE = new Provenance("rules-measure", "7");
    private static final int NEARBY = 15;
    private static final Pattern HINT =
            Pattern.compile("\\d|\\[\\s*[*●•]|percent|minutes|hours|days|weeks|redacted", Pattern.CASE_INSENSITIVE);

    private final MeasureProse prose = new MeasureProse();
    private final MeasureTables tables = new MeasureTables();
    private final PointsOfAPeriod points = new PointsOfAPeriod();
    private final WindowReader windows = new WindowReader();
    private final ReadingCache<Credits> credits = new ReadingCache<>(Credits::of);
    private final ReadingCache<AtRiskCredits> atRisk = new ReadingCache<>(AtRiskCredits::of);
    private final ReadingCache<CountingRules> counting = new ReadingCache<>(CountingRules::of);

    public MeasureExtractor() {
        super(PROVENANCE, FindingKind.MEASURE, Set.of(ClauseKind.TITLE, ClauseKind.SIGNATURE));
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        if (!HINT.matcher(clause.text()).find()) {
            return new Extraction.NothingHere();
        }
        List<Draft> drafts = draftsIn(contract, clause);
        if (drafts.isEmpty()) {
            return clause.rows().isEmpty() ? new Extraction.NothingHere() : fromBands(contract, clause);
        }
        return joined(contract, clause, drafts);
    }

    private Extraction joined(ContractReading contract, Clause clause, List<Draft> drafts) {
        CreditJoin join = new CreditJoin(
                contract, clause, credits.get(contract), counting.get(contract), atRisk.get(contract), drafts);
        return found(drafts.stream()
                .map(join::join)
                .map(joined -> candidate(contract, joined.measure(), joined.citations(), joined.confidence()))
                .toList());
    }

    private List<Draft> draftsIn(ContractReading contract, Clause clause) {
        List<Draft> drafts = new ArrayList<>();
        for (List<TableRow> table : Cells.tablesOf(clause)) {
            drafts.addAll(tables.read(contract, clause, table));
        }
        points.read(contract, clause).ifPresent(drafts::add);
        String before = "";
        for (Statement statement : Statements.of(contract, clause)) {
            prose.read(statement, clause, before).ifPresent(drafts::add);
            before = statement.body().text();
        }
        return drafts;
    }

    /** Bands of which one earns no credit state the target themselves. */
    private Extraction fromBands(ContractReading contract, Clause clause) {
        List<CreditTerms> bands = credits.get(contract).in(clause).stream()
                .filter(terms -> !terms.tiers().isEmpty())
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (CreditTerms terms : bands) {
            Target target = terms.fullFrom();
            if (target != null) {
                drafts.add(draft(clause, terms, target));
            }
        }
        if (!drafts.isEmpty()) {
            return joined(contract, clause, drafts);
        }
        return bands.isEmpty() || proseNearby(contract, clause)
                ? new Extraction.NothingHere()
                : new Extraction.Unsure("Credits by bands, and no target that they belong to.", List.of());
    }

    private Draft draft(Clause clause, CreditTerms terms, Target target) {
        String name = nameOf(clause);
        return new Draft(
                name,
                null,
                null,
                Term.SERVICE_LEVEL,
                null,
                target,
                windows.inSentence(name).orElse(null),
                terms.tiers(),
                terms.citations(),
                0.8);
    }

    private static String nameOf(Clause clause) {
        return clause.rows().stream()
                .filter(row -> !row.header())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.text().contains("%")
                        && !cell.header().toLowerCase(Locale.ROOT).contains("credit"))
                .map(cell -> Cells.flat(cell.header()))
                .filter(header -> !header.isBlank())
                .findFirst()
                .orElse(clause.heading() == null ? "Service level" : clause.heading());
    }

    private boolean proseNearby(ContractReading contract, Clause clause) {
        return contract.clauses().stream()
                .filter(near -> Math.abs(near.ordinal() - clause.ordinal()) <= NEARBY)
                .anyMatch(near -> !draftsIn(contract, near).isEmpty());
    }
}
