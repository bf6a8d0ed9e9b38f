package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/** Warnings that fees near their ceiling, where the contract owes one and none came. */
public final class CeilingNoticeCheck implements Check {
    private static final Pattern WARN = Pattern.compile(
            "\\b(?:tell|notify|inform|warn)\\b.{0,60}?\\b(?:reach|exceed|pass)\\w*\\s+(?<percent>\\d{1,3})\\s?(?:%|per\\s?cent).{0,30}?\\b(?:cap|ceiling|limit|maximum|budget)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What is charged beside fees. */
    private static final Pattern NO_FEE = Pattern.compile(
            "expens|travel|hotel|flight|train|accommodation|mileage|subsistence|disbursement|\\bvat\\b|\\btax\\b|postage|room\\b|discount|late|interest",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE = Pattern.compile("notice|notif|warning", Pattern.CASE_INSENSITIVE);
    private static final Pattern CEILING =
            Pattern.compile("\\b(?:cap|ceiling|limit|budget)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.facts().events().stream().noneMatch(event -> isReceivedNotice(event))) {
            return List.of();
        }
        return dossier.family().inForce(dossier.asOf()).stream()
                .filter(FamilyMember::isOrder)
                .flatMap(order -> judge(dossier, order).stream())
                .toList();
    }

    private static boolean isReceivedNotice(ContractEvent event) {
        return NOTICE.matcher(event.event()).find() && event.event().contains("received");
    }

    private static Optional<Outcome> judge(Dossier dossier, FamilyMember order) {
        Optional<Governed<Obligation>> duty =
                dossier.family().listInForce(Obligation.class, dossier.asOf(), order).stream()
                        .filter(term -> term.content().modality() == Modality.DUTY
                                && percent(term).isPresent())
                        .findFirst();
        Optional<Governed<ContractFact>> ceiling =
                dossier.family().listInForce(ContractFact.class, dossier.asOf(), order).stream()
                        .filter(fact -> fact.content().fact() == FactType.CONTRACT_VALUE
                                && fact.content().basis() == ContractFact.ValueBasis.CEILING
                                && fact.content().value() instanceof TypedValue.Amount
                                && fact.member().equals(order))
                        .findFirst();
        return duty.isEmpty() || ceiling.isEmpty()
                ? Optional.empty()
                : missing(dossier, order, duty.get(), ceiling.get());
    }

    private static Optional<BigDecimal> percent(Governed<Obligation> duty) {
        return duty.finding().citations().stream()
                .map(Citation::quote)
                .map(WARN::matcher)
                .filter(Matcher::find)
                .map(matcher -> new BigDecimal(matcher.group("percent")))
                .findFirst();
    }

    private static Optional<Outcome> missing(
            Dossier dossier, FamilyMember order, Governed<Obligation> duty, Governed<ContractFact> ceiling) {
        BigMoney most = ((TypedValue.Amount) ceiling.content().value()).value();
        BigDecimal threshold =
                most.getAmount().multiply(percent(duty).orElseThrow()).movePointLeft(2);
        List<InvoiceLine> fees = dossier.facts().invoiceLines().stream()
                .filter(line -> (order.bears(line.order()) || order.bears(line.contract()))
                        && line.currency().equals(most.getCurrencyUnit())
                        && !NO_FEE.matcher(line.description() + " " + line.product())
                                .find())
                .sorted(Comparator.comparing(InvoiceLine::invoiceDate))
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (InvoiceLine line : fees) {
            sum = sum.add(line.net());
            if (sum.compareTo(threshold) >= 0) {
                return breach(dossier, order, duty, ceiling, line);
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> breach(
            Dossier dossier,
            FamilyMember order,
            Governed<Obligation> duty,
            Governed<ContractFact> ceiling,
            InvoiceLine reached) {
        boolean warned = dossier.facts().events().stream()
                .anyMatch(event -> NOTICE.matcher(event.event()).find()
                        && CEILING.matcher(event.event().replace('-', ' ') + " " + event.subject())
                                .find());
        boolean tooEarlyToTell =
                !reached.invoiceDate().plusDays(DutyState.GRACE).isBefore(dossier.asOf());
        return warned || tooEarlyToTell
                ? Optional.empty()
                : Optional.of(new Breach(
                        RenewalNoticeCheck.NAME,
                        "The fees of " + order.contract().title()
                                + " have come near their ceiling, and no notice of it came",
                        new Period(reached.invoiceDate(), dossier.asOf()),
                        Stream.of(duty.finding(), ceiling.finding()).toList(),
                        List.of(FactKind.INVOICE_LINE.label() + ":" + reached.id())));
    }
}
