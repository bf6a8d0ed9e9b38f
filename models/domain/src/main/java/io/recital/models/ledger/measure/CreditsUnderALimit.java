package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.CreditNote;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Credits that count towards the limit of liability, in the order of their periods: beyond what is left of it nothing is due. */
final class CreditsUnderALimit {
    private final Dossier dossier;
    private final Map<String, Money> counted = new HashMap<>();
    private final List<NotCheckable> notCheckable = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    CreditsUnderALimit(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The same credits, in the same order, each with no more than is left of its limit. */
    List<CreditDue> limit(List<CreditDue> dues) {
        List<Integer> byTime = IntStream.range(0, dues.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> dues.get(i).period().to())
                        .thenComparing(i -> dues.get(i).names()))
                .toList();
        List<CreditDue> limited = new ArrayList<>(dues);
        byTime.forEach(i -> limited.set(i, limited(dues.get(i))));
        return limited;
    }

    List<NotCheckable> notCheckable() {
        return notCheckable;
    }

    private CreditDue limited(CreditDue due) {
        CreditTreatment treatment = MissRules.of(dossier).treatment(due.contract(), due.period());
        if (treatment.counted().isEmpty()) {
            return due;
        }
        Optional<LiabilityLimit> limit = LiabilityLimit.find(
                dossier, due.contract(), due.period(), due.due().getCurrencyUnit());
        if (limit.isEmpty()) {
            if (unread.add(due.contract()) && LiabilityLimit.isStated(dossier, due.contract(), due.period())) {
                notCheckable.add(new NotCheckable(
                        CreditDues.check(due.missed()),
                        "Whether the credits under " + due.contract() + " stay within the limit of liability",
                        "what the limit of liability comes to, towards which credits count",
                        due.rests()));
            }
            return due;
        }
        String time = due.contract() + "\n" + limit.get().finding().id() + "\n"
                + limit.get().window();
        Money before = counted.computeIfAbsent(time, key -> damagesGiven(limit.get(), due));
        CreditDue left = limited(due, limit.get(), before, treatment);
        boolean lost = left.stateOn(dossier.asOf()) == CreditDue.State.LAPSED;
        counted.put(time, before.plus(lost ? left.settlement().credited() : left.due()));
        return left;
    }

    private CreditDue limited(CreditDue due, LiabilityLimit limit, Money before, CreditTreatment treatment) {
        Money rest = limit.most().minus(before);
        Money left = rest.isNegative() ? Money.zero(rest.getCurrencyUnit()) : rest;
        if (!due.due().isGreaterThan(left)) {
            return due;
        }
        if (!limit.isFinal()) {
            notCheckable.add(new NotCheckable(
                    CreditDues.check(due.missed()),
                    "Whether the credit for " + due.names() + " in " + due.period()
                            + " stays within the limit of liability",
                    "the fees that the limit of liability is a share of, to the end of " + limit.window(),
                    with(due.rests(), limit.finding())));
        }
        List<Derivation> steps = List.of(
                new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input("limit of liability", limit.most().toString(), limit.stated()),
                                new Input(
                                        "counted before",
                                        limit.most().minus(left).toString(),
                                        treatment.counted().orElse(null))),
                        left.toString()),
                new Derivation(
                        Operation.LEAST,
                        List.of(
                                new Input("credit", due.due().toString(), null),
                                new Input("left of the limit", left.toString(), null)),
                        left.toString()));
        return due.limitedTo(left, steps);
    }

    private static List<Finding> with(List<Finding> rests, Finding limit) {
        return Stream.concat(rests.stream(), Stream.of(limit)).distinct().toList();
    }

    /** Damages that were given in the time of a limit count first. */
    private Money damagesGiven(LiabilityLimit limit, CreditDue due) {
        return dossier.facts().creditNotes().stream()
                .filter(note -> note.currency().equals(due.due().getCurrencyUnit())
                        && limit.window().holds(note.issuedOn()))
                .filter(note -> CreditWords.Sort.DAMAGES.isNamedIn(note.description()))
                .map(CreditNote::net)
                .map(net -> Money.of(due.due().getCurrencyUnit(), net))
                .reduce(Money.zero(due.due().getCurrencyUnit()), Money::plus);
    }
}
