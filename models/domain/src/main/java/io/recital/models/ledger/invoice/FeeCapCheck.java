package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/**
 * Fees above the ceiling of an order or agreement. What single lines charge too much, or was credited, is taken out first,
 * so that nothing is claimed twice; the lines that go beyond the ceiling are the latest.
 */
public final class FeeCapCheck implements Check {
    private static final Pattern MONEY =
            Pattern.compile("(?i)\\b(?:fees?|charges?|price|sums? payable|amounts? payable)\\b");
    private static final Pattern FEES = Pattern.compile("(?i)\\bfees?\\b");
    private static final Pattern EXPENSES_APART =
            Pattern.compile("(?i)expenses?[^.]{0,40}(?:do(?:es)? not count|not includ|exclud|in addition|on top)");
    private static final Pattern EXPENSE = Pattern.compile(
            "(?i)expens|travel|hotel|\\brail\\b|flight|mileage|\\bmeals?\\b|subsistence|accommodation|taxi|parking|per diem|^exp\\b|spesen");

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private record Ceiling(BigMoney amount, Governed<CommercialLever> source) {}

    private static final class Run {
        private final Dossier dossier;
        private final PriceRules rules;
        private final Credits credits;
        private final RepeatedLines repeated;

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.rules = PriceRules.of(dossier);
            this.credits = new Credits(dossier.facts());
            this.repeated = RepeatedLines.of(dossier);
        }

        List<Outcome> outcomes() {
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            List<Outcome> outcomes = new ArrayList<>();
            for (Ceiling ceiling : ceilings()) {
                List<Overcharge> above = above(ceiling, lines(ceiling));
                if (!above.isEmpty()) {
                    String title = "The fees went above the ceiling of " + ceiling.amount();
                    claims.overpayment("rate", Part.CEILING, title, above).ifPresent(outcomes::add);
                }
            }
            return outcomes;
        }

        /** Of each document the ceiling of its fees; where a change raised it, the raised one. */
        private List<Ceiling> ceilings() {
            List<Ceiling> all = dossier.family().inForce(dossier.asOf()).stream()
                    .flatMap(Run::ceilings)
                    .toList();
            return all.stream()
                    .filter(ceiling -> all.stream().noneMatch(other -> raises(other, ceiling)))
                    .toList();
        }

        private static Stream<Ceiling> ceilings(FamilyMember member) {
            return member.findings().stream()
                    .filter(finding -> finding.content() instanceof CommercialLever)
                    .map(finding -> new Governed<>((CommercialLever) finding.content(), finding, member))
                    .filter(lever -> lever.content().lever() == LeverType.VOLUME_RESTRICTION)
                    .filter(lever -> lever.content().find(Name.FREQUENCY).isEmpty())
                    .filter(lever -> MONEY.matcher(about(lever)).find())
                    .flatMap(lever -> lever.content().find(Name.CAP).stream()
                            .filter(TypedValue.Amount.class::isInstance)
                            .map(cap -> new Ceiling(((TypedValue.Amount) cap).value(), lever)));
        }

        private static String about(Governed<CommercialLever> lever) {
            return String.join(" ", lever.content().texts(Name.BASE)) + " "
                    + lever.finding().words();
        }

        private boolean raises(Ceiling one, Ceiling other) {
            boolean changes = dossier.family().relations().stream()
                    .anyMatch(relation -> relation.kind() == RelationKind.AMENDS
                            && relation.contract().equals(one.source().finding().contract())
                            && other.source().finding().contract().equals(relation.to()));
            return changes
                    && one.amount().getCurrencyUnit().equals(other.amount().getCurrencyUnit());
        }

        /** The lines that count towards a ceiling, in the order in which they were invoiced. */
        private List<InvoiceLine> lines(Ceiling ceiling) {
            String about = about(ceiling.source());
            FamilyMember member = ceiling.source().member();
            return dossier.facts().invoiceLines().stream()
                    .filter(line -> line.direction() == Direction.RECEIVED
                            && line.currency().equals(ceiling.amount().getCurrencyUnit()))
                    .filter(line -> !repeated.hold(line))
                    .filter(line -> !member.isOrder() || PriceBook.names(member, line))
                    .filter(line ->
                            !isExpense(line) || !EXPENSES_APART.matcher(about).find())
                    .filter(line -> !FEES.matcher(about).find() || isPriced(line))
                    .sorted(Comparator.comparing(InvoiceLine::invoiceDate)
                            .thenComparing(InvoiceLine::invoice)
                            .thenComparing(InvoiceLine::line))
                    .toList();
        }

        private boolean isPriced(InvoiceLine line) {
            return rules.find(line, line.invoiceDate()).isPresent();
        }

        private boolean isExpense(InvoiceLine line) {
            boolean limited = rules.book()
                    .find(line, line.priceDay(), line.invoiceDate())
                    .filter(joined -> joined.price().limit())
                    .isPresent();
            return limited
                    || EXPENSE.matcher(line.description()).find()
                    || EXPENSE.matcher(line.product()).find();
        }

        private List<Overcharge> above(Ceiling ceiling, List<InvoiceLine> lines) {
            BigDecimal cap = ceiling.amount().getAmount();
            BigDecimal total = BigDecimal.ZERO;
            List<Overcharge> above = new ArrayList<>();
            for (InvoiceLine line : lines) {
                BigDecimal owed = owed(line);
                total = total.add(owed);
                BigDecimal excess = total.subtract(cap).min(owed);
                if (excess.signum() > 0) {
                    List<Derivation> workings = workings(ceiling, line, total, owed, excess);
                    above.add(new Overcharge(
                            line, excess, List.of(ceiling.source().finding()), List.of(), workings, 0.9));
                }
            }
            return above;
        }

        /** What is left of a line when what it charges too much, or what was credited on it, is taken out. */
        private BigDecimal owed(InvoiceLine line) {
            BigDecimal right = rules.find(line, line.invoiceDate())
                    .map(allowed -> chargeable(line, allowed)
                            .multiply(allowed.price().getAmount().min(line.unitPrice()))
                            .setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP))
                    .orElse(line.net());
            BigDecimal credited = credits.against(List.of(line), line.net().subtract(right)).stream()
                    .map(CreditNote::net)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return right.min(line.net().subtract(credited));
        }

        private BigDecimal chargeable(InvoiceLine line, AllowedPrice allowed) {
            Optional<BigDecimal> approved = ApprovedQuantities.of(dossier)
                    .find(line, allowed.agreed())
                    .map(ApprovedQuantities.Chargeable::quantity);
            return approved.orElse(line.quantity()).min(line.quantity());
        }

        private static List<Derivation> workings(
                Ceiling ceiling, InvoiceLine line, BigDecimal total, BigDecimal owed, BigDecimal excess) {
            Workings workings = new Workings(line.currency());
            BigDecimal cap = ceiling.amount().getAmount();
            Input limit = workings.cited("ceiling", cap, ceiling.source().finding(), cap.toPlainString());
            Input fees = Workings.earlier("fees owed with this line", workings.money(total));
            String over = workings.money(total.subtract(cap));
            workings.step(Operation.DIFFERENCE, over, fees, limit);
            workings.step(
                    Operation.LEAST,
                    workings.money(excess),
                    Workings.earlier("above the ceiling", over),
                    Workings.earlier("owed for this line", workings.money(owed)));
            return workings.steps();
        }
    }
}
