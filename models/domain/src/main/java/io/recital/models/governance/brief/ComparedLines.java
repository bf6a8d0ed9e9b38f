package io.recital.models.governance.brief;

import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.performance.ComparedTerm;
import io.recital.models.performance.ContractComparison;
import io.recital.models.performance.ContractComparison.Missing;
import io.recital.models.performance.ContractComparison.OutOfLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the contracts lack or have otherwise than the tenant's others: levers only, since they are what is bargained for. */
final class ComparedLines {
    private final List<ContractComparison> comparisons;

    ComparedLines(List<ContractComparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    List<BriefLine> lines() {
        return lines("", "");
    }

    List<BriefLine> asks() {
        return lines("Ask for it: ", "Ask to bring it into line: ");
    }

    private List<BriefLine> lines(String ifMissing, String ifOutOfLine) {
        List<BriefLine> lines = new ArrayList<>();
        for (ContractComparison comparison : comparisons) {
            String title = comparison.compared().contract().title();
            comparison.missing().stream()
                    .filter(missing -> isLever(missing.term()))
                    .forEach(missing -> lines.add(BriefLine.of(
                            ifMissing + said(missing, comparison.others(), title), missing.typical(), List.of())));
            comparison.outOfLine().stream()
                    .filter(odd -> isLever(odd.term()))
                    .forEach(odd -> lines.add(BriefLine.of(ifOutOfLine + said(odd, title), rests(odd), List.of())));
        }
        return lines;
    }

    private static boolean isLever(ComparedTerm term) {
        return term.kind() == FindingKind.LEVER;
    }

    private static String said(Missing missing, int others, String title) {
        return title + " has no " + words(missing.term()) + "; " + missing.have() + " of " + others
                + " other contracts have one.";
    }

    private static String said(OutOfLine odd, String title) {
        return String.format(
                Locale.ROOT,
                "%s: the %s of %s is out of line; the others' median is %s %s.",
                title,
                words(odd.term()),
                number(odd.value().number()) + " " + odd.value().unit(),
                number(odd.spread().median()),
                odd.value().unit());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String words(ComparedTerm term) {
        return term.type().replace('-', ' ');
    }

    private static List<Finding> rests(OutOfLine odd) {
        return Stream.concat(Stream.of(odd.finding()), odd.typical().stream()).toList();
    }
}
