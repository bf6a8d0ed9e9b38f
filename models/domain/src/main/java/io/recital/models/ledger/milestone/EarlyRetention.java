package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.FindingContent;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** What was kept back and invoiced before the last result was accepted, where a contract releases it only then. */
final class EarlyRetention {
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:retention|retained|withheld|(?:held|kept)\\s+back|einbehalt)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:when|once|after|upon|on|until|only\\s+if)\\b[^.;]{0,60}\\baccept", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST = Pattern.compile(
            "\\bfinal\\s+acceptance|\\b(?:last|final)\\s+(?:milestone|deliverable|stage|phase)|\\ball\\s+milestones",
            Pattern.CASE_INSENSITIVE);
    private static final double CONFIDENCE = 0.85;

    private EarlyRetention() {}

    static List<Outcome> of(Dossier dossier, List<MilestoneCourse> courses) {
        Optional<MilestoneCourse> last = courses.stream()
                .filter(course -> course.findDue().isPresent())
                .max(Comparator.comparing(course -> course.findDue().orElseThrow()));
        Optional<Governed<FindingContent>> rule = last.flatMap(course -> rule(course));
        if (rule.isEmpty()) {
            return List.of();
        }
        LocalDate accepted = last.get()
                .findAccepted(dossier.asOf())
                .map(Dated::day)
                .orElse(dossier.asOf().plusDays(1));
        return RetentionCheck.retentionInvoices(dossier, courses)
                .filter(line -> line.net().signum() > 0 && line.invoiceDate().isBefore(accepted))
                .map(line -> early(dossier, line, rule.get(), last.get()))
                .toList();
    }

    private static Optional<Governed<FindingContent>> rule(MilestoneCourse last) {
        MilestoneName name = new MilestoneName(last.milestone().content());
        return last.scope()
                .saying(KEPT, ONCE)
                .filter(term -> LAST.matcher(term.finding().words()).find()
                        || name.standsByCodeIn(term.finding().words()))
                .filter(term -> !term.finding().equals(last.milestone().finding()))
                .findFirst();
    }

    private static Outcome early(
            Dossier dossier, InvoiceLine line, Governed<FindingContent> rule, MilestoneCourse last) {
        LocalDate end = last.findAccepted(dossier.asOf()).map(Dated::day).orElse(dossier.asOf());
        Period period = new Period(line.invoiceDate(), end);
        List<String> rows = List.of(Milestones.key(line));
        String title =
                "The retention in invoice " + line.invoice() + " was invoiced before " + last.name() + " was accepted";
        if (line.paidOn() != null) {
            return new Breach(
                    RetentionCheck.NAME,
                    title,
                    period,
                    List.of(rule.finding(), last.milestone().finding()),
                    rows);
        }
        BigDecimal net = line.net().setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        Input given = Input.of(
                "invoiced without tax",
                net.toPlainString(),
                new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net"));
        return new LedgerEntry(
                RetentionCheck.NAME,
                dossier.isOfASeller() ? LeakageClass.UNEARNED_ACCRUAL : LeakageClass.EXPOSURE,
                title + ": it is not due",
                period,
                Money.of(line.currency(), net),
                List.of(rule.finding(), last.milestone().finding()),
                rows,
                List.of(new Derivation(Operation.SUM, List.of(given), net.toPlainString())),
                null,
                CONFIDENCE);
    }
}
