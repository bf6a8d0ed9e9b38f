package io.recital.retrieval.performance;

import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.report.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of all that is known of performance, what a question is about: by the time, the sort of money and the words it names. */
final class AskedMatters implements Teller {
    private static final int MOST = 8;
    private static final int FEW = 2;

    private static final Pattern EACH = Pattern.compile(
            "(?i)^\\W*(?:which|what|list|show|name|are there) (?:\\S+ ){0,2}?\\p{L}{3,}s\\b|\\ball\\b|\\bevery\\b|\\beach\\b");

    private final KeptMatters matters;

    AskedMatters(KeptMatters matters) {
        this.matters = matters;
    }

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        List<Matter> all = standings.stream()
                .flatMap(standing -> matters.of(standing).stream())
                .filter(matter -> !matter.tell(asking).isEmpty())
                .toList();
        List<Matter> fitting = NoCredit.isAskedFor(asking) ? NoCredit.explaining(asking, all) : List.of();
        if (fitting.isEmpty()) {
            fitting = asking.subject().isEmpty() ? unnamed(asking, all) : named(asking, all);
        }
        if (fitting.isEmpty()) {
            fitting = NoCredit.explaining(asking, all);
        }
        return fitting.stream().flatMap(matter -> matter.tell(asking).stream()).toList();
    }

    static List<Matter> matters(Standing standing) {
        List<Matter> all = new ArrayList<>(MeasureMatter.of(standing.dossier()));
        List<DutyMatter> duties = List.copyOf(DutyMatter.of(standing.dossier()));
        all.addAll(duties);
        all.addAll(ClaimMatter.of(standing));
        Set<String> told = duties.stream().flatMap(DutyMatter::evidence).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        OutcomeMatter.of(standing).stream()
                .filter(matter -> !matter.outcome().rests().isEmpty() && seen.add(matter.content()))
                .filter(matter -> !(matter.outcome() instanceof Breach breach
                        && !breach.rows().isEmpty()
                        && told.containsAll(breach.rows())))
                .forEach(all::add);
        return all;
    }

    /** Where only money or a time is asked for: the money of that sort, or else what went wrong at the time. */
    private static List<Matter> unnamed(Asking asking, List<Matter> all) {
        List<Matter> money = ofTheSortAskedFor(asking, all).stream()
                .filter(Matter::isMoney)
                .filter(matter -> !isLapsed(matter, asking))
                .limit(MOST)
                .toList();
        if (!money.isEmpty() || !MoneySorts.in(asking.text()).isEmpty()) {
            return money;
        }
        return all.stream()
                .filter(matter -> matter instanceof MeasureMatter measure
                        && measure.near(asking).stream().anyMatch(r -> r.isMissed()))
                .limit(MOST)
                .toList();
    }

    private static List<Matter> named(Asking asking, List<Matter> all) {
        Fits fits = new Fits(ofTheSortAskedFor(asking, all), asking);
        List<Matter> known = MoneySorts.isAskedFor(asking.text()) ? fits.best(Matter::isMoney) : List.of();
        if (known.isEmpty()) {
            known = fits.best(matter -> !isOpen(matter));
        }
        if (known.isEmpty()) {
            return fits.best(AskedMatters::isOpen).stream().limit(FEW).toList();
        }
        List<Matter> live = asking.time().isPresent()
                ? known
                : known.stream().filter(matter -> !isLapsed(matter, asking)).toList();
        List<Matter> said = live.isEmpty() ? known : live;
        if (said.get(0) instanceof MeasureMatter measure) {
            return withItsMoney(asking, said, measure, all);
        }
        if (said.get(0) instanceof DutyMatter) {
            said = said.stream().filter(matter -> !matter.isMoney()).toList();
        }
        return Stream.concat(said.stream(), ofTheSameCheck(asking, said, all).stream())
                .limit(MOST)
                .toList();
    }

    /** Where each of a kind is asked for, the other money that the same check found. */
    private static List<Matter> ofTheSameCheck(Asking asking, List<Matter> said, List<Matter> all) {
        if (!asking.says(EACH) || !(said.get(0) instanceof OutcomeMatter first) || !first.isMoney()) {
            return List.of();
        }
        return all.stream()
                .filter(matter -> !said.contains(matter)
                        && matter instanceof OutcomeMatter other
                        && other.isMoney()
                        && other.outcome().check().equals(first.outcome().check())
                        && !isLapsed(other, asking))
                .toList();
    }

    /** A measure, and what its misses of the time are worth. */
    private static List<Matter> withItsMoney(Asking asking, List<Matter> said, MeasureMatter first, List<Matter> all) {
        List<Matter> together = new ArrayList<>(said.stream()
                .filter(MeasureMatter.class::isInstance)
                .limit(MOST)
                .toList());
        if (asking.time().isPresent()) {
            all.stream()
                    .filter(matter -> matter instanceof OutcomeMatter outcome
                            && !isOpen(matter)
                            && outcome.period().filter(asking::isAbout).isPresent()
                            && outcome.outcome()
                                    .rests()
                                    .contains(first.series()
                                            .get(0)
                                            .measure()
                                            .governed()
                                            .finding()))
                    .forEach(together::add);
        }
        return together;
    }

    private static List<Matter> ofTheSortAskedFor(Asking asking, List<Matter> all) {
        Set<LeakageClass> wanted = MoneySorts.in(asking.text());
        return all.stream()
                .filter(matter -> wanted.isEmpty()
                        || !(matter instanceof OutcomeMatter outcome && outcome.outcome() instanceof LedgerEntry entry)
                        || wanted.contains(entry.leakage()))
                .toList();
    }

    private static boolean isOpen(Matter matter) {
        return matter instanceof OutcomeMatter outcome && outcome.outcome() instanceof NotCheckable;
    }

    private static boolean isLapsed(Matter matter, Asking asking) {
        return matter instanceof OutcomeMatter outcome && outcome.isLapsedOn(asking.asOf());
    }

    /** Why nothing is due for a time: the measures that were met then, those exactly at their target first. */
    private static final class NoCredit {
        private static final Pattern ASKED =
                Pattern.compile("(?i)\\bcredits?\\b|\\bdamages\\b|\\bmalus\\b|\\bpenalt\\w*");

        private static final Pattern WHY_NOT = Pattern.compile(
                "(?i)\\bwhy\\b.*\\b(?:no|not|n't|without|never)\\b.*\\bcredits?\\b|\\bwhy\\b.*n't\\b.*\\bcredits?\\b");

        static boolean isAskedFor(Asking asking) {
            return asking.says(WHY_NOT);
        }

        static List<Matter> explaining(Asking asking, List<Matter> all) {
            if (!asking.says(ASKED) || asking.time().isEmpty()) {
                return List.of();
            }
            return all.stream()
                    .filter(MeasureMatter.class::isInstance)
                    .map(MeasureMatter.class::cast)
                    .filter(matter ->
                            matter.earnsCredits() && !matter.near(asking).isEmpty())
                    .sorted(Comparator.comparing(matter -> matter.margin(asking)))
                    .limit(FEW)
                    .map(Matter.class::cast)
                    .toList();
        }
    }
}
