package io.recital.models.report;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.BlockingFinding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.report.Report.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Money lost against the contracts: every entry with its clause and its sum, and what could not be checked. */
public final class LeakageReporter implements Reporter {
    private record Of<O>(Standing standing, O outcome) {}

    @Override
    public String name() {
        return "leakage";
    }

    @Override
    public Report report(ReportQuestion question) {
        LocalDate asOf = question.asOf();
        List<Of<LedgerEntry>> entries = new ArrayList<>();
        for (Standing standing : question.standings()) {
            standing.ledger().entries().stream()
                    .filter(entry -> entry.period().overlaps(question.window()))
                    .forEach(entry -> entries.add(new Of<>(standing, entry)));
        }
        return new Report(
                name(),
                "Value leakage",
                asOf,
                List.of(
                        totals(entries, asOf),
                        entries(entries, asOf),
                        breaches(question),
                        blocking(question),
                        notCheckable(question)));
    }

    private static Section totals(List<Of<LedgerEntry>> entries, LocalDate asOf) {
        List<Ledger> ledgers =
                List.of(new Ledger(entries.stream().map(Of::outcome).collect(Collectors.toList())));
        return new Section(
                "Totals by class and currency",
                List.of("class", "currency", "certain", "provisional", "lapsed"),
                Ledger.totals(ledgers, asOf).stream()
                        .map(total -> List.of(
                                ReportCell.of(total.leakage().label()),
                                ReportCell.of(total.currency().getCode()),
                                ReportCell.of(total.certain()),
                                ReportCell.of(total.provisional()),
                                ReportCell.of(total.lapsed())))
                        .toList());
    }

    private static Section entries(List<Of<LedgerEntry>> entries, LocalDate asOf) {
        return new Section(
                "Entries",
                List.of(
                        "counterparty",
                        "class",
                        "check",
                        "what",
                        "from",
                        "to",
                        "amount",
                        "state",
                        "recoverable until",
                        "clauses",
                        "workings",
                        "rows"),
                entries.stream()
                        .sorted(Comparator.comparing((Of<LedgerEntry> each) ->
                                        each.standing().name())
                                .thenComparing(each -> each.outcome().leakage())
                                .thenComparing(each -> each.outcome().period().from()))
                        .map(each -> row(each, asOf))
                        .toList());
    }

    private static List<ReportCell> row(Of<LedgerEntry> each, LocalDate asOf) {
        LedgerEntry entry = each.outcome();
        return List.of(
                ReportCell.of(each.standing().name()),
                ReportCell.of(entry.leakage().label()),
                ReportCell.of(entry.check()),
                ReportCell.of(entry.title()),
                ReportCell.of(entry.period().from()),
                ReportCell.of(entry.period().to()),
                ReportCell.of(entry.amount()),
                ReportCell.of(state(each.standing(), entry, asOf)),
                entry.recoverableUntil() == null ? ReportCell.EMPTY : ReportCell.of(entry.recoverableUntil()),
                ReportCell.of(clauses(entry.rests())),
                ReportCell.of(
                        entry.workings().stream().map(LeakageReporter::step).collect(Collectors.joining("; "))),
                ReportCell.of(String.join(" ", entry.rows())));
    }

    /** What bars it on a day from being claimed. */
    public static String state(Standing standing, LedgerEntry entry, LocalDate asOf) {
        if (entry.isLapsedOn(asOf)) {
            return "lapsed";
        }
        if (entry.isDisputed()) {
            return "disputed since " + entry.disputedSince();
        }
        return entry.isProvisional() ? "provisional" : standing.isClaimable(entry) ? "claimable" : "certain";
    }

    /** Where the findings stand, each place once. */
    public static String clauses(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.citations().stream())
                .map(LeakageReporter::place)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String place(Citation citation) {
        return citation.path().isEmpty() ? citation.file() : citation.file() + " " + citation.path();
    }

    private static String step(Derivation step) {
        return step.inputs().stream()
                        .map(input -> input.what() + " " + input.value())
                        .collect(
                                Collectors.joining(", ", step.operation().name().toLowerCase(Locale.ROOT) + "(", ")"))
                + " = " + step.result();
    }

    private static Section breaches(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (Breach breach : standing.ledger().breaches()) {
                if (breach.period().overlaps(question.window())) {
                    rows.add(List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(breach.check()),
                            ReportCell.of(breach.title()),
                            ReportCell.of(breach.period().from()),
                            ReportCell.of(breach.period().to()),
                            ReportCell.of(clauses(breach.rests())),
                            ReportCell.of(String.join(" ", breach.rows()))));
                }
            }
        }
        return new Section(
                "Breaches without a sum",
                List.of("counterparty", "check", "what", "from", "to", "clauses", "rows"),
                rows);
    }

    /** Of each currency the most money first, whose finding it may be; currencies are not held against each other. */
    private static Section blocking(ReportQuestion question) {
        List<Of<BlockingFinding>> all = new ArrayList<>();
        for (Standing standing : question.standings()) {
            standing.ledger().blocking(question.asOf()).forEach(each -> all.add(new Of<>(standing, each)));
        }
        return new Section(
                "Findings to review, by money at stake",
                List.of("counterparty", "finding", "says", "clauses", "entries", "at stake"),
                all.stream()
                        .sorted(Comparator.comparing((Of<BlockingFinding> each) -> each.outcome()
                                        .atStake()
                                        .getCurrencyUnit()
                                        .getCode())
                                .thenComparing(each -> each.outcome().atStake().getAmount(), Comparator.reverseOrder()))
                        .map(LeakageReporter::row)
                        .toList());
    }

    private static List<ReportCell> row(Of<BlockingFinding> each) {
        BlockingFinding blocking = each.outcome();
        return List.of(
                ReportCell.of(each.standing().name()),
                ReportCell.of(blocking.finding().id().toString()),
                ReportCell.of(blocking.finding().content().summary()),
                ReportCell.of(clauses(List.of(blocking.finding()))),
                ReportCell.of(blocking.entries()),
                ReportCell.of(blocking.atStake()));
    }

    private static Section notCheckable(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (NotCheckable open : standing.ledger().notCheckable()) {
                rows.add(List.of(
                        ReportCell.of(standing.name()),
                        ReportCell.of(open.check()),
                        ReportCell.of(open.title()),
                        ReportCell.of(open.missing()),
                        ReportCell.of(clauses(open.rests()))));
            }
        }
        return new Section("Not checkable", List.of("counterparty", "check", "what", "missing", "clauses"), rows);
    }
}
