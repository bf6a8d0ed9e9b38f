package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.payment.PaymentTerms;
import io.recital.models.ledger.payment.WorkingCapital;
import io.recital.models.report.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How long invoices take to be paid, and how many were late. */
final class PaymentDays implements Teller {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\bhow (?:late|fast|soon|quickly|slowly|promptly|punctual\\w*|long|many days)\\b.*\\b(?:pay|paid|paying|payment|settle|invoices)\\b"
                    + "|\\bdays to pay\\b|\\bpayment (?:behaviou?r|discipline|morale)\\b|\\bslow pay\\w*"
                    + "|\\b(?:do|are|have|did|does|were|was) (?:we|they|\\S+) (?:always |usually |been )?(?:pay|paying|paid|settle)\\b.*\\b(?:late|on time|in time|punctual\\w*|too early|when due)\\b");
    /** Who asks for these wants to be told of single invoices and what they cost. */
    private static final Pattern COST =
            Pattern.compile("(?i)\\binterest\\b|\\bcosts? us\\b|\\b(?:which|any) .*\\binvoices?\\b");

    private static final int MOST_NAMED = 6;

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        if (!asking.says(ASKED) || asking.says(COST)) {
            return List.of();
        }
        List<Telling> told = new ArrayList<>();
        for (Standing standing : standings) {
            for (WorkingCapital capital : WorkingCapital.of(standing.dossier(), asking.timeOrYear())) {
                told.add(tell(standing, capital));
            }
            OutcomeMatter.of(standing).stream()
                    .filter(matter ->
                            matter.isMoney() && matter.outcome().check().equals("late-payment"))
                    .flatMap(matter -> matter.tell(asking).stream())
                    .forEach(told::add);
        }
        return told;
    }

    private static Telling tell(Standing standing, WorkingCapital capital) {
        boolean ours = capital.direction() == Direction.RECEIVED;
        List<String> late = capital.invoices().stream()
                .filter(WorkingCapital.Timed::isLate)
                .map(timed -> timed.invoice().number())
                .toList();
        List<Derivation> workings = new ArrayList<>(capital.workings());
        int inTime = capital.invoices().size() - late.size();
        workings.add(new Derivation(
                Operation.SUM,
                List.of(new Input("paid late", late.size() + "", null), new Input("paid in time", inTime + "", null)),
                capital.invoices().size() + ""));
        String who = ours ? "We pay " + standing.name() : standing.name() + " pays us";
        String lead =
                who + " " + capital.actualDays() + " days after the date of the invoice on average, weighted by amount;"
                        + " the contract gives " + capital.contractDays() + " days. "
                        + (late.isEmpty() ? "None" : late.size() + "") + " of "
                        + capital.invoices().size()
                        + " invoices that were paid was late";
        String named = late.isEmpty() || late.size() > MOST_NAMED ? "" : ": " + String.join(", ", late);
        return Telling.of(List.of(lead + named + ".", lead + "."), terms(standing.dossier(), capital), workings);
    }

    private static List<Finding> terms(Dossier dossier, WorkingCapital capital) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        return capital.invoices().stream()
                .flatMap(timed -> terms.find(timed.invoice()).stream())
                .flatMap(term -> term.rests().stream())
                .distinct()
                .toList();
    }
}
