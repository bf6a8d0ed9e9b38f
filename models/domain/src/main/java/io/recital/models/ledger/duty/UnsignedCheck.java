package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Contracts under which money is invoiced although only an unsigned copy is there. */
public final class UnsignedCheck implements Check {
    /** The check's name. */
    public static final String NAME = "unsigned";

    private static final Pattern SIGNED = Pattern.compile("\\bsigned\\b|\\bsignature\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.family().relations().stream()
                .filter(relation -> relation.kind() == RelationKind.UNSIGNED)
                .map(DocumentRelation::contract)
                .distinct()
                .flatMap(id -> dossier.family().find(id).stream())
                .flatMap(member -> judge(dossier, member).stream())
                .toList();
    }

    private static Optional<Outcome> judge(Dossier dossier, FamilyMember member) {
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> member.bears(line.order()) || member.bears(line.contract()))
                .toList();
        if (lines.isEmpty() || isSignedSince(dossier, member)) {
            return Optional.empty();
        }
        LocalDate first = lines.stream()
                .map(line -> line.service() == null
                        ? line.invoiceDate()
                        : line.service().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Finding> rests = Stream.concat(
                        rule(dossier, member), member.findings().stream().limit(1))
                .toList();
        return Optional.of(new Breach(
                NAME,
                lines.stream().map(InvoiceLine::invoice).distinct().count() + " invoices came under "
                        + member.contract().title() + ", of which only an unsigned copy is there",
                new Period(first, dossier.asOf()),
                rests,
                lines.stream()
                        .map(line -> FactKind.INVOICE_LINE.label() + ":" + line.id())
                        .toList()));
    }

    private static boolean isSignedSince(Dossier dossier, FamilyMember member) {
        return dossier.facts().events().stream()
                .anyMatch(event ->
                        SIGNED.matcher(event.event().replaceAll("[-_]+", " ")).find()
                                && (member.bears(event.reference()) || member.bears(event.contract())));
    }

    /** What the agreement says of signing. */
    private static Stream<Finding> rule(Dossier dossier, FamilyMember member) {
        return dossier.family().listInForce(FindingContent.class, dossier.asOf(), member).stream()
                .map(governed -> governed.finding())
                .filter(finding -> finding.citations().stream()
                        .map(Citation::quote)
                        .anyMatch(quote -> SIGNED.matcher(quote).find()))
                .limit(1);
    }
}
