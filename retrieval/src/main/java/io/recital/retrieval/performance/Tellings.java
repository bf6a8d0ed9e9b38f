package io.recital.retrieval.performance;

import io.recital.models.governance.Governance;
import io.recital.models.report.Standing;
import io.recital.retrieval.plan.Understanding;
import java.util.List;
import java.util.Set;

/** What there is to tell to a question about performance: by the form that it has, or else by what it is about. */
public final class Tellings {
    private final KeptMatters matters = new KeptMatters();
    private final List<Teller> byForm = List.of(
            new NamedInvoices(),
            new ScoreReasons(),
            new NextBand(),
            new Deadlines(),
            new PaymentDays(),
            new Spend(),
            new AskedMatters(matters));

    /** Whether the facts know a word, as the name or the number of something. */
    public boolean know(String word, List<Standing> standings) {
        Set<String> meanings = Meanings.of(word);
        return standings.stream()
                .anyMatch(standing -> standing.dossier().facts().invoiceLines().stream()
                                .anyMatch(line -> line.invoice().equalsIgnoreCase(word))
                        || matters.of(standing).stream()
                                .anyMatch(matter -> Meanings.of(matter.called()).containsAll(meanings)));
    }

    /** Whether a question names a time at which something happened. */
    public static boolean nameATime(Understanding question) {
        return AskedPeriod.in(question.text(), question.asOf()).isPresent();
    }

    /** The most to the point first; nothing where the facts are silent. */
    public List<Telling> of(Understanding question, List<Standing> standings, Governance governance) {
        Asking asking = Asking.of(question, governance);
        return byForm.stream()
                .map(teller -> teller.tell(asking, standings))
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
