package io.recital.retrieval.performance;

import io.recital.models.report.Standing;
import io.recital.retrieval.plan.Understanding;
import java.util.List;
import java.util.Set;

/** What there is to tell to a question about performance: by the form that it has, or else by what it is about. */
public final class Tellings {
    private static final List<Teller> BY_FORM = List.of(
            new NamedInvoices(),
            new ScoreReasons(),
            new NextBand(),
            new Deadlines(),
            new PaymentDays(),
            new Spend(),
            new AskedMatters());

    private Tellings() {}

    /** Whether the facts know a word, as the name or the number of something. */
    public static boolean know(String word, List<Standing> standings) {
        Set<String> meanings = Meanings.of(word);
        return standings.stream()
                .anyMatch(standing -> standing.dossier().facts().invoiceLines().stream()
                                .anyMatch(line -> line.invoice().equalsIgnoreCase(word))
                        || AskedMatters.matters(standing).stream()
                                .anyMatch(matter -> Meanings.of(matter.called()).containsAll(meanings)));
    }

    /** The most to the point first; nothing where the facts are silent. */
    public static List<Telling> of(Understanding question, List<Standing> standings) {
        Asking asking = Asking.of(question);
        return BY_FORM.stream()
                .map(teller -> teller.tell(asking, standings))
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
