package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ChargeCondition.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Charges that are due in a stated case only, and were made although the events on record show that it was not the case. */
public final class ConditionalChargeCheck implements Check {
    private static final Pattern ASKED = Pattern.compile("(?i)request|order|asked|instruct");
    private static final ItemWords OWN =
            ItemWords.of("our ours we customer client buyer tenant owner operator user misuse damage");
    private static final int DAYS_BEFORE = 60;

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final OverpaymentClaims claims;
        private final Set<ContractEvent> used = new HashSet<>();
        private final IdentityHashMap<SpeakingDocuments, List<ChargeCondition>> conditions = new IdentityHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
            this.claims = OverpaymentClaims.of(dossier);
        }

        List<Outcome> outcomes() {
            dossier.facts().invoiceLines().stream()
                    .filter(line ->
                            line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                    .forEach(line -> conditions(book.documents(line, line.priceDay(), line.invoiceDate())).stream()
                            .filter(condition -> condition.isFor(line))
                            .findFirst()
                            .ifPresent(condition -> look(line, condition)));
            return outcomes.stream().distinct().toList();
        }

        private List<ChargeCondition> conditions(SpeakingDocuments documents) {
            return conditions.computeIfAbsent(
                    documents,
                    each -> each.sentences().stream()
                            .flatMap(sentence -> ChargeCondition.of(sentence).stream())
                            .toList());
        }

        private void look(InvoiceLine line, ChargeCondition condition) {
            Optional<Boolean> met =
                    condition.sort() == Sort.REQUEST ? isAskedFor(line, condition) : isCaused(line, condition);
            Optional<Finding> rest = condition.sentence().rest();
            if (rest.isEmpty() || met.filter(Boolean::booleanValue).isPresent()) {
                return;
            }
            if (met.isEmpty()) {
                outcomes.add(new NotCheckable(
                        "surcharge",
                        "Whether " + line.description() + " may be charged cannot be told",
                        condition.sort() == Sort.REQUEST ? "requests for it" : "what caused it",
                        List.of(rest.get())));
                return;
            }
            Workings workings = new Workings(line.currency());
            workings.step(Operation.SUM, workings.money(line.net()), Workings.cell("charged", line, "net", line.net()));
            Overcharge overcharge =
                    new Overcharge(line, line.net(), List.of(rest.get()), List.of(), workings.steps(), 0.8);
            String title = line.description() + " was charged, and the case in which it is due was not given";
            claims.overpayment("surcharge", Part.WHOLE, title, List.of(overcharge))
                    .ifPresent(outcomes::add);
        }

        /** Whether a request on record is for the line, each for one line; unknown where none is recorded at all. */
        private Optional<Boolean> isAskedFor(InvoiceLine line, ChargeCondition condition) {
            List<ContractEvent> requests = dossier.facts().events().stream()
                    .filter(event -> ASKED.matcher(event.event()).find()
                            && ItemWords.of(event.event() + " " + event.subject())
                                    .touch(condition.words()))
                    .toList();
            if (requests.isEmpty()) {
                return Optional.empty();
            }
            LocalDate day = line.priceDay();
            Optional<ContractEvent> own = requests.stream()
                    .filter(event -> !used.contains(event)
                            && !event.date().isAfter(line.invoiceDate())
                            && !event.date().isBefore(day.minusDays(DAYS_BEFORE)))
                    .findFirst();
            own.ifPresent(used::add);
            return Optional.of(own.isPresent());
        }

        /** Whether the event of the line says that the other side of the condition caused it; unknown where it does not say. */
        private Optional<Boolean> isCaused(InvoiceLine line, ChargeCondition condition) {
            List<ContractEvent> events = dossier.facts().events().stream()
                    .filter(event -> line.service() == null
                            ? event.date().equals(line.invoiceDate())
                            : line.service().days() == 1 && line.service().holds(event.date()))
                    .filter(event ->
                            ItemWords.of(event.event() + " " + event.subject()).touch(condition.words()))
                    .filter(event -> !event.note().isBlank())
                    .toList();
            if (events.size() != 1) {
                return Optional.empty();
            }
            ItemWords said = ItemWords.of(events.get(0).note());
            return Optional.of(said.share(OWN) || said.touch(condition.by()));
        }
    }
}
