package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be credited on earlier invoices because a change of prices was signed later and reaches back to their days. */
public final class RetroactivePriceCheck implements Check {
    private static final Pattern CREDIT =
            Pattern.compile("(?i)\\bcredit|difference|refund|set.?off|deduct|erstatt|gutschrift");

    private record Matter(UUID document, String item) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        Map<Matter, List<Overcharge>> matters = new LinkedHashMap<>();
        Map<Matter, FamilyMember> changes = new LinkedHashMap<>();
        for (InvoiceLine line : beforeTheLastChange(dossier)) {
            Optional<AllowedPrice> now = rules.find(line).filter(price -> isLater(price, line));
            if (now.isEmpty()
                    || line.direction() != Direction.RECEIVED
                    || line.quantity().signum() <= 0) {
                continue;
            }
            FamilyMember change = now.get().agreed().source().member();
            Matter matter =
                    new Matter(change.contract().id(), now.get().agreed().name());
            credit(line, rules.find(line, line.invoiceDate()), now.get()).ifPresent(credit -> {
                changes.put(matter, change);
                matters.computeIfAbsent(matter, key -> new ArrayList<>()).add(credit);
            });
        }
        List<Outcome> outcomes = new ArrayList<>();
        matters.forEach((matter, credits) -> claims.entry(
                        "rate",
                        LeakageClass.UNCLAIMED_ENTITLEMENT,
                        Part.CONSEQUENCE,
                        "The lower price of " + matter.item() + " reaches back and has not been credited",
                        credits,
                        clauses(changes.get(matter)),
                        until(changes.get(matter)))
                .ifPresent(outcomes::add));
        return outcomes;
    }

    /** Lines that a document may reach back to: those invoiced before the last one was signed. */
    private static List<InvoiceLine> beforeTheLastChange(Dossier dossier) {
        Optional<LocalDate> signed = dossier.family().members().stream()
                .flatMap(member -> member.findSigned().stream())
                .max(LocalDate::compareTo);
        return dossier.facts().invoiceLines().stream()
                .filter(line ->
                        signed.filter(day -> day.isAfter(line.invoiceDate())).isPresent())
                .toList();
    }

    private static boolean isLater(AllowedPrice price, InvoiceLine line) {
        return price.agreed()
                .source()
                .member()
                .findSigned()
                .filter(signed -> signed.isAfter(line.invoiceDate()))
                .isPresent();
    }

    /** What was charged as it was right then, less what is right now. */
    private static Optional<Overcharge> credit(InvoiceLine line, Optional<AllowedPrice> then, AllowedPrice now) {
        PriceDifference difference = new PriceDifference(line, now);
        BigDecimal due = difference.due();
        BigDecimal right = then.map(
                        price -> new PriceDifference(line, price).due().min(line.net()))
                .orElse(line.net());
        BigDecimal credit = right.subtract(due);
        if (credit.signum() <= 0) {
            return Optional.empty();
        }
        List<Derivation> workings =
                right.compareTo(line.net()) == 0 ? difference.workings() : fromThen(line, right, due, credit);
        return Optional.of(new Overcharge(line, credit, now.rests(), now.indexRows(), workings, now.confidence()));
    }

    private static List<Derivation> fromThen(InvoiceLine line, BigDecimal right, BigDecimal due, BigDecimal credit) {
        Workings workings = new Workings(line.currency());
        return workings.step(
                        Operation.DIFFERENCE,
                        workings.money(credit),
                        Workings.earlier("owed when it was invoiced", workings.money(right)),
                        Workings.earlier("owed by the change", workings.money(due)))
                .steps();
    }

    private static List<Finding> clauses(@Nullable FamilyMember change) {
        return change == null
                ? List.of()
                : change.findings().stream()
                        .filter(finding -> finding.content() instanceof Obligation duty
                                && CREDIT.matcher(duty.action()).find())
                        .toList();
    }

    /** The last day on which the change itself lets the credit be taken. */
    private static @Nullable LocalDate until(@Nullable FamilyMember change) {
        return clauses(change).stream()
                .map(finding -> ((Obligation) finding.content()).deadline())
                .filter(Deadline.OnDate.class::isInstance)
                .map(deadline -> ((Deadline.OnDate) deadline).date())
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
