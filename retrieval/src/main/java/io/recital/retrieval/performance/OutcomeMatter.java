package io.recital.retrieval.performance;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a check says. */
record OutcomeMatter(Outcome outcome, Dossier dossier) implements Matter {
    /** How people ask for what a check finds, beside its name. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("duplicate-invoice", "twice double again same work repeated duplicate payment"),
            Map.entry("early-payment-discount", "Skonto cash discount early payment left on the table"),
            Map.entry("early-payment", "too early before due"),
            Map.entry("early-billing", "too early before acceptance accepted invoiced milestone"),
            Map.entry("late-payment", "interest fee overdue invoice late paid payment"),
            Map.entry("minimum-commitment", "shortfall volume take or pay minimum"),
            Map.entry("minimum-royalty", "shortfall minimum royalty"),
            Map.entry("audit-cost", "audit auditor accountant examination inspection cost bill"),
            Map.entry("true-up", "true-up additional users seats licences machines counted overage"),
            Map.entry("service-credit", "uptime availability credits"),
            Map.entry("kpi-credit", "performance credit"),
            Map.entry("delay-damages", "milestone on time late delay"),
            Map.entry("liquidated-damages", "late delivery damages"),
            Map.entry("retention", "retention held back owed"),
            Map.entry("rate", "rate price grade day rate card unit price"),
            Map.entry("tier-price", "quantity break band tier price discount"),
            Map.entry("surcharge", "surcharges expenses extra charges"),
            Map.entry("indexation", "price increase adjustment index raise"),
            Map.entry("uplift", "price increase adjustment fee billed"),
            Map.entry("rebate", "volume rebate bonus"),
            Map.entry("volume-discount", "volume discount rebate"),
            Map.entry("unsigned", "nobody signed signature contract"));

    /** All that the checks say of a counterparty: its ledger, and what they found in order. */
    static List<OutcomeMatter> of(Standing standing) {
        List<OutcomeMatter> matters = new ArrayList<>();
        standing.ledger().outcomes().forEach(outcome -> matters.add(new OutcomeMatter(outcome, standing.dossier())));
        Checks.listInOrder(standing.dossier())
                .forEach(cleared -> matters.add(new OutcomeMatter(cleared, standing.dossier())));
        return matters;
    }

    /** Whether it only says that nothing is wrong, and clears no suspicion. */
    boolean isPlain() {
        return outcome instanceof InOrder cleared && cleared.because().isEmpty();
    }

    boolean isInOrder() {
        return outcome instanceof InOrder;
    }

    @Override
    public String called() {
        return outcome.title() + " " + outcome.check().replace('-', ' ') + " "
                + CALLED.getOrDefault(outcome.check(), "")
                + (outcome instanceof LedgerEntry entry
                        ? " " + entry.leakage().label().replace('-', ' ')
                        : "")
                + (outcome instanceof InOrder cleared ? " " + cleared.because() : "");
    }

    @Override
    public String around() {
        List<String> said = new ArrayList<>();
        for (Finding finding : outcome.rests()) {
            dossier.family()
                    .find(finding.contract())
                    .map(member -> member.contract().title())
                    .ifPresent(said::add);
            said.add(finding.content().summary());
            finding.citations().stream().map(Citation::quote).forEach(said::add);
        }
        workings().stream()
                .flatMap(derivation -> derivation.inputs().stream())
                .map(Derivation.Input::what)
                .distinct()
                .forEach(said::add);
        return String.join(" ", said);
    }

    private List<Derivation> workings() {
        if (outcome instanceof LedgerEntry entry) {
            return entry.workings();
        }
        return outcome instanceof InOrder cleared ? cleared.workings() : List.of();
    }

    Optional<Period> period() {
        if (outcome instanceof LedgerEntry entry) {
            return Optional.of(entry.period());
        }
        if (outcome instanceof InOrder cleared) {
            return Optional.of(cleared.period());
        }
        return outcome instanceof Breach breach ? Optional.of(breach.period()) : Optional.empty();
    }

    /** Rows that it speaks of, by kind. */
    List<String> rows() {
        if (outcome instanceof LedgerEntry entry) {
            return entry.rows();
        }
        if (outcome instanceof InOrder cleared) {
            return cleared.rows();
        }
        return outcome instanceof Breach breach ? breach.rows() : List.of();
    }

    @Override
    public boolean isMoney() {
        return outcome instanceof LedgerEntry;
    }

    boolean isLapsedOn(LocalDate day) {
        return outcome instanceof LedgerEntry entry && entry.isLapsedOn(day);
    }

    @Override
    public List<Telling> tell(Asking asking) {
        if (outcome.rests().isEmpty()
                || period().filter(period -> !asking.isInTime(period)).isPresent()) {
            return List.of();
        }
        if (outcome instanceof LedgerEntry entry) {
            return List.of(tell(entry, asking.asOf()));
        }
        if (outcome instanceof InOrder cleared) {
            return List.of(tell(cleared));
        }
        if (outcome instanceof NotCheckable open) {
            String text = open.title() + ": not checkable without " + open.missing() + ".";
            return List.of(Telling.of(text, open.rests(), Wording.days(text)));
        }
        return List.of(tell((Breach) outcome));
    }

    /** A breach, with what the invoices of its rows come to where it is about several. */
    private Telling tell(Breach breach) {
        List<Derivation> workings = new ArrayList<>(Wording.days(breach.title()));
        workings.add(Wording.working(breach.period()));
        Set<String> rows = Set.copyOf(breach.rows());
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> rows.contains(line.kind().label() + ":" + line.id()))
                .toList();
        if (lines.stream().map(InvoiceLine::invoice).distinct().count() < 2
                || lines.stream().map(InvoiceLine::currency).distinct().count() != 1) {
            return Telling.of(breach.title() + ".", breach.rests(), workings);
        }
        workings.add(Wording.count(
                "invoice", lines.stream().map(InvoiceLine::invoice).distinct().toList()));
        Derivation sum = Wording.net(lines);
        workings.add(sum);
        return Telling.of(
                List.of(breach.title() + ": " + sum.result() + " net.", breach.title() + "."),
                breach.rests(),
                workings);
    }

    private static Telling tell(LedgerEntry entry, LocalDate asOf) {
        String money = Telling.money(entry.amount()) + ", "
                + entry.leakage().label().replace('-', ' ')
                + (entry.isProvisional() ? " (provisional: nobody has accepted the findings that it rests on)" : "")
                + (entry.isDisputed() ? " (disputed: not to be claimed until that is settled)" : "");
        LocalDate last = entry.recoverableUntil();
        String until = last == null
                ? ""
                : entry.isLapsedOn(asOf)
                        ? "; it could be claimed until " + last + " and is lost"
                        : ", to be claimed by " + last;
        return new Telling(
                List.of(
                        entry.title() + ": " + money + until + ".",
                        entry.title() + ": " + money + ".",
                        entry.check().replace('-', ' ') + ": " + money + "."),
                entry.rests(),
                with(entry.workings(), entry.period(), entry.title()),
                entry.isLapsedOn(asOf) ? null : entry.leakage().label().replace('-', ' '),
                entry.amount());
    }

    private static Telling tell(InOrder cleared) {
        String because = cleared.because().isEmpty() ? "" : ": " + cleared.because();
        return Telling.of(
                List.of(
                        cleared.title() + because + ".",
                        cleared.title() + ".",
                        cleared.check().replace('-', ' ') + " in order" + because + "."),
                cleared.rests(),
                with(cleared.workings(), cleared.period(), cleared.title()));
    }

    private static List<Derivation> with(List<Derivation> workings, Period period, String title) {
        List<Derivation> all = new ArrayList<>(workings);
        all.addAll(Wording.days(title));
        all.add(Wording.working(period));
        return all;
    }

    /** What is said of it, so that what two documents say is said once. */
    String content() {
        if (outcome instanceof LedgerEntry entry) {
            return entry.check() + entry.period() + entry.amount();
        }
        return outcome.title() + period().map(Period::toString).orElse("");
    }
}
