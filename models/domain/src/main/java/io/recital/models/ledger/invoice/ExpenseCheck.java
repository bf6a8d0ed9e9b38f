package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Expenses above the limit of a rate card, and expenses that needed an approval in advance and had none. */
public final class ExpenseCheck implements Check {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\b(?:elsewhere|otherwise|other|else)\\b");
    private static final Pattern APPROVAL = Pattern.compile("(?i)approv|consent|authori[sz]|ordered in|genehmig");
    private static final Pattern NEEDED = Pattern.compile(
            "(?i)(?<!not )\\b(?:needed|required|necessary|yes|only (?:if|with)|subject to|prior|unless)\\b");
    private static final Pattern NOT_NEEDED = Pattern.compile("(?i)not (?:needed|required|necessary)|\\bnone\\b");

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final Consent consent;
        private final boolean approvalsAsked;

        private record Matter(Part part, String title) {}

        private final Map<Matter, List<Overcharge>> matters = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
            this.consent = new Consent(dossier.facts().events());
            this.approvalsAsked = dossier.family().members().stream()
                    .flatMap(member -> member.findings().stream())
                    .anyMatch(finding -> finding.content() instanceof CommercialLever lever
                            && lever.lever() == LeverType.RATE_CARD
                            && asksForApproval(finding));
        }

        List<Outcome> outcomes() {
            dossier.facts().invoiceLines().stream()
                    .filter(line ->
                            line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                    .forEach(this::look);
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            matters.forEach(
                    (matter, overcharges) -> claims.overpayment("surcharge", matter.part(), matter.title(), overcharges)
                            .ifPresent(outcomes::add));
            return outcomes.stream().distinct().toList();
        }

        private void look(InvoiceLine line) {
            if (approvalsAsked && isUnapproved(line)) {
                return;
            }
            book.find(line, line.priceDay(), line.invoiceDate())
                    .filter(joined -> joined.price().limit() && joined.price().price() != null)
                    .filter(joined ->
                            joined.price().all().get(0).getCurrencyUnit().equals(line.currency()))
                    .ifPresent(joined -> limit(line, joined));
        }

        private void limit(InvoiceLine line, Joined joined) {
            AgreedPrice limit = joined.price();
            BigDecimal most = limit.all().get(0).getAmount();
            if (line.unitPrice().compareTo(most) <= 0) {
                return;
            }
            if (Units.conflict(line.unit(), limit.unit())) {
                open(limit.source().finding(), limit.name(), "how many of “" + limit.unit() + "” were charged");
                return;
            }
            if (ELSEWHERE.matcher(limit.name()).find() && saysNoPlace(line, limit)) {
                open(limit.source().finding(), limit.name(), "the place");
                return;
            }
            BigDecimal right = line.quantity().multiply(most).setScale(2, RoundingMode.HALF_UP);
            BigDecimal excess = line.net().subtract(right);
            if (excess.signum() > 0) {
                Workings workings = new Workings(line.currency());
                Input stated = workings.cited("limit", most, limit.source().finding(), most.toPlainString());
                workings.step(
                        Operation.PRODUCT,
                        workings.money(right),
                        Workings.cell("quantity", line, "quantity", line.quantity()),
                        stated);
                workings.step(
                        Operation.DIFFERENCE,
                        workings.money(excess),
                        Workings.cell("charged", line, "net", line.net()),
                        Workings.earlier("at most due", workings.money(right)));
                String title = limit.name() + " was charged above the limit of "
                        + limit.all().get(0);
                add(
                        new Matter(Part.PRICE, title),
                        line,
                        excess,
                        List.of(limit.source().finding()),
                        workings,
                        joined.confidence());
            }
        }

        private static boolean saysNoPlace(InvoiceLine line, AgreedPrice limit) {
            ItemWords item = ItemWords.of(String.join(" ", limit.names()));
            return ItemWords.undated(line.description()).without(item).isEmpty();
        }

        private void add(
                Matter matter,
                InvoiceLine line,
                BigDecimal excess,
                List<Finding> rests,
                Workings workings,
                double confidence) {
            matters.computeIfAbsent(matter, key -> new ArrayList<>())
                    .add(new Overcharge(line, excess, rests, List.of(), workings.steps(), confidence));
        }

        private void open(Finding finding, String item, String missing) {
            outcomes.add(new NotCheckable(
                    "surcharge", "The limit for " + item + " cannot be checked", missing, List.of(finding)));
        }

        /** Claims a line that needed an approval in advance and, as far as approvals are recorded, had none. */
        private boolean isUnapproved(InvoiceLine line) {
            Optional<Governed<CommercialLever>> needed = needingApproval(line);
            if (needed.isEmpty() || consent.isGiven(line, line.priceDay())) {
                return false;
            }
            String item = String.join(", ", needed.get().content().texts(Name.ITEM));
            if (!consent.isRecorded()) {
                outcomes.add(new NotCheckable(
                        "surcharge",
                        "Whether " + item + " was approved in advance cannot be checked",
                        "approvals of expenses",
                        List.of(needed.get().finding())));
                return false;
            }
            Workings workings = new Workings(line.currency());
            workings.step(Operation.SUM, workings.money(line.net()), Workings.cell("charged", line, "net", line.net()));
            List<Finding> rests = Stream.concat(Stream.of(needed.get().finding()), approvalClauses(line))
                    .toList();
            String title = item + " was charged without the approval in advance: " + line.description();
            add(new Matter(Part.WHOLE, title), line, line.net(), rests, workings, 0.8);
            return true;
        }

        /** The row of a rate card that is about the line and asks for an approval in advance. */
        private Optional<Governed<CommercialLever>> needingApproval(InvoiceLine line) {
            ItemWords said = book.item(line).words();
            List<Governed<CommercialLever>> rows =
                    book.list(CommercialLever.class, line, line.priceDay(), line.invoiceDate()).stream()
                            .filter(lever ->
                                    lever.content().lever() == LeverType.RATE_CARD && asksForApproval(lever.finding()))
                            .filter(lever -> ItemWords.of(lever.finding().words())
                                    .without(ItemWords.of("needed required approval advance above event night each"))
                                    .share(said))
                            .filter(lever -> isAboveThreshold(line, lever))
                            .toList();
            return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
        }

        private static boolean asksForApproval(Finding finding) {
            List<String> quotes =
                    finding.citations().stream().map(Citation::quote).toList();
            return quotes.stream().anyMatch(quote -> APPROVAL.matcher(quote).find())
                    && quotes.stream().anyMatch(quote -> NEEDED.matcher(quote).find())
                    && quotes.stream()
                            .noneMatch(quote -> NOT_NEEDED.matcher(quote).find());
        }

        private static boolean isAboveThreshold(InvoiceLine line, Governed<CommercialLever> lever) {
            return lever.content()
                    .find(Name.FLOOR)
                    .filter(TypedValue.Amount.class::isInstance)
                    .map(floor -> ((TypedValue.Amount) floor).value().getAmount())
                    .map(floor -> line.net().compareTo(floor) > 0)
                    .orElse(true);
        }

        private Stream<Finding> approvalClauses(InvoiceLine line) {
            return book.list(Obligation.class, line, line.priceDay(), line.invoiceDate()).stream()
                    .filter(duty -> duty.finding().words().matches("(?is).*\\bexpense.*")
                            && APPROVAL.matcher(duty.finding().words()).find())
                    .map(Governed::finding);
        }
    }
}
