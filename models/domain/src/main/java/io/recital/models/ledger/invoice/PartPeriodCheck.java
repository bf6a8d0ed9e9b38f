package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole months or quarters that were charged for something that began within them, where the contract charges a part of a
 * period by its days.
 */
public final class PartPeriodCheck implements Check {
    static final Pattern BY_THE_DAY = Pattern.compile(
            "(?i)\\b(?:part|portion|partial|incomplete|broken|fraction)\\w*\\b[^.;]{0,40}\\b(?:month|quarter|year|period)s?\\b[^.;]{0,80}\\b(?:pro[- ]?rat\\w*|calendar\\s+days?|by\\s+(?:the\\s+)?days?|daily|in\\s+proportion|proportion\\w*)\\b"
                    + "|\\bpro[- ]?rat\\w*\\b[^.;]{0,60}\\b(?:part|partial|incomplete|first|last)\\b[^.;]{0,30}\\b(?:month|quarter|year|period)s?\\b"
                    + "|\\b(?:first|partial|incomplete)\\s+(?:calendar\\s+)?(?:month|quarter|year|period)\\b[^.;]{0,60}\\bpro[- ]?rat");
    /** Months that are reckoned otherwise than by their own days. */
    private static final Pattern OTHER_DAYS = Pattern.compile(
            "(?i)\\bthirt(?:y|ieth)|\\b1/30\\b|\\b30\\s+days\\b|\\b36[05]\\b|\\bworking\\s+days?\\b|\\bbusiness\\s+days?\\b");

    private static final Pattern BEGAN = Pattern.compile(
            "(?i)\\b(?:beg[ai]n\\w*|start\\w*|commenc\\w*|turn(?:ed)?[- ]?up|activat\\w*|go(?:es)?[- ]?live|went[- ]live|completion[- ]notice|ready[- ]for[- ](?:service|use)|in[- ]service|hand(?:ed)?[- ]?over|installed|installation[- ]complete\\w*|connected|taken[- ]into[- ]use)\\b");
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() || !isAgreed(dossier) ? List.of() : new Run(dossier).outcomes();
    }

    private static boolean isAgreed(Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> Stream.concat(
                        member.findings().stream().flatMap(finding -> finding.citations().stream()),
                        member.beside().sentences().stream()))
                .anyMatch(words -> BY_THE_DAY.matcher(words.quote()).find());
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceRules rules;
        private final List<InvoiceLine> lines;
        private final Map<String, LocalDate> begins = new HashMap<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.rules = PriceRules.of(dossier);
            this.lines = dossier.facts().invoiceLines().stream()
                    .filter(line -> line.direction() == Direction.RECEIVED
                            && line.service() != null
                            && line.net().signum() > 0)
                    .toList();
            for (InvoiceLine line : lines) {
                Period service = line.service();
                if (service != null && !line.product().isEmpty()) {
                    begins.merge(line.product(), service.from(), (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }

        List<Outcome> outcomes() {
            RepeatedLines repeated = RepeatedLines.of(dossier);
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            List<Outcome> outcomes = new ArrayList<>();
            for (InvoiceLine line : lines) {
                Period service = line.service();
                if (service == null || !isWhole(service) || repeated.hold(line) || !isFirst(line, service)) {
                    continue;
                }
                began(line, service)
                        .flatMap(began -> overcharge(line, service, began))
                        .flatMap(found ->
                                claims.overpayment("early-billing", Part.QUANTITY, title(line), List.of(found)))
                        .ifPresent(outcomes::add);
            }
            return outcomes;
        }

        private static String title(InvoiceLine line) {
            return line.description() + " was charged for a whole period in which it had only begun";
        }

        private static boolean isWhole(Period service) {
            return MONTHS.stream()
                    .anyMatch(months ->
                            service.from().plusMonths(months).minusDays(1).equals(service.to()));
        }

        /** Whether nothing of the same item was charged for days before. */
        private boolean isFirst(InvoiceLine line, Period service) {
            LocalDate first = begins.get(line.product());
            return first == null || !first.isBefore(service.from());
        }

        /** The one day within the period on which it began: from which its price holds, or which events name. */
        private Optional<LocalDate> began(InvoiceLine line, Period service) {
            List<LocalDate> days = Stream.concat(
                            rules.find(line, line.invoiceDate()).stream()
                                    .flatMap(price ->
                                            Stream.ofNullable(price.agreed().from())),
                            dossier.facts().events().stream()
                                    .filter(event -> isOf(event, line))
                                    .map(ContractEvent::date))
                    .filter(day -> day.isAfter(service.from()) && !day.isAfter(service.to()))
                    .distinct()
                    .toList();
            return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
        }

        /** Whether an event tells that just this item began: by its number, or by a word that no other item of the invoices bears. */
        private boolean isOf(ContractEvent event, InvoiceLine line) {
            String said = event.event() + " " + event.subject() + " " + event.note();
            if (!BEGAN.matcher(said).find()) {
                return false;
            }
            String about = event.subject() + " " + event.reference();
            if (!line.product().isEmpty() && ItemWords.spaced(about).contains(ItemWords.spaced(line.product()))) {
                return true;
            }
            ItemWords others = lines.stream()
                    .filter(other -> !other.product().equals(line.product()))
                    .map(other -> ItemWords.undated(other.description()))
                    .reduce(ItemWords.NONE, ItemWords::and);
            return ItemWords.undated(line.description()).without(others).share(ItemWords.undated(about));
        }

        private Optional<Overcharge> overcharge(InvoiceLine line, Period service, LocalDate began) {
            Optional<AllowedPrice> price = rules.find(line, line.invoiceDate());
            Optional<ChargeSentence> clause = rules.book().sentences(line, line.priceDay(), line.invoiceDate()).stream()
                    .filter(sentence -> BY_THE_DAY.matcher(sentence.words()).find()
                            && !OTHER_DAYS.matcher(sentence.words()).find())
                    .findFirst();
            boolean whole = price.filter(allowed ->
                            new PriceDifference(line, allowed).excess().signum() == 0)
                    .isPresent();
            if (clause.isEmpty() || !whole) {
                return Optional.empty();
            }
            long before = ChronoUnit.DAYS.between(service.from(), began);
            BigDecimal excess = line.net()
                    .multiply(BigDecimal.valueOf(before))
                    .divide(
                            BigDecimal.valueOf(service.days()),
                            line.currency().getDecimalPlaces(),
                            RoundingMode.HALF_UP);
            List<Finding> rests = Stream.concat(
                            clause.get().rest().stream(), price.stream().flatMap(found -> found.rests().stream()))
                    .distinct()
                    .toList();
            return Optional.of(
                    new Overcharge(line, excess, rests, List.of(), workings(line, service, before, excess), 0.85));
        }

        private static List<Derivation> workings(InvoiceLine line, Period service, long before, BigDecimal excess) {
            Workings workings = new Workings(line.currency());
            String days = Long.toString(before);
            BigDecimal product = line.net().multiply(BigDecimal.valueOf(before));
            workings.step(
                    Operation.PRODUCT,
                    workings.money(product),
                    Workings.cell("charged", line, "net", line.net()),
                    Workings.earlier("days before it began", days));
            workings.step(
                    Operation.QUOTIENT,
                    workings.money(excess),
                    Workings.earlier("charged, times days", workings.money(product)),
                    Workings.earlier("days of the period", Long.toString(service.days())));
            return workings.steps();
        }
    }
}
