package io.recital.retrieval.performance;

import io.recital.models.fact.Period;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What falls due in a time to come: duties, and the last days on which money can be claimed. */
final class Deadlines implements Teller {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\b(?:falls?|falling|fall|is|are|be|comes?|coming|what(?:'s| is| else is)?) (?:\\w+ )?(?:due|up)\\b"
                    + "|\\bdeadlines?\\b|\\brun(?:s)? out\\b|\\bdue (?:dates?|soon|next|this)\\b|\\bupcoming\\b|\\bcoming up\\b");
    private static final Pattern OF_CLAIMS = Pattern.compile("(?i)\\bclaims?\\b|\\bcredits?\\b|\\bmoney\\b");
    private static final int MOST = 12;

    private record Day(LocalDate day, Telling telling) {}

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        if (!asking.says(ASKED)
                || asking.time().isEmpty()
                || asking.time().get().to().isBefore(asking.asOf())) {
            return List.of();
        }
        Period time = asking.time().get();
        List<Day> days = new ArrayList<>();
        for (Standing standing : standings) {
            claims(standing, asking, time).forEach(days::add);
            if (!asking.says(OF_CLAIMS)) {
                duties(standing, asking, time).forEach(days::add);
            }
        }
        return days.stream()
                .sorted(Comparator.comparing(Day::day))
                .limit(MOST)
                .map(Day::telling)
                .toList();
    }

    private static Stream<Day> claims(Standing standing, Asking asking, Period time) {
        return standing.ledger().entries().stream()
                .filter(entry -> {
                    LocalDate last = entry.recoverableUntil();
                    return last != null && time.holds(last) && !entry.isLapsedOn(asking.asOf());
                })
                .flatMap(entry -> new OutcomeMatter(entry, standing.dossier())
                        .tell(asking.atAnyTime()).stream().map(telling -> new Day(last(entry), telling)));
    }

    private static LocalDate last(LedgerEntry entry) {
        return Objects.requireNonNull(entry.recoverableUntil());
    }

    private static Stream<Day> duties(Standing standing, Asking asking, Period time) {
        return DutyMatter.of(standing.dossier()).stream()
                .flatMap(matter -> matter.upcoming().stream()
                        .filter(state -> time.holds(state.occurrence().due()))
                        .map(state -> new Day(state.occurrence().due(), matter.tell(state, asking.asOf()))));
    }
}
