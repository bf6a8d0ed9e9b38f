package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Sha256;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.milestone.MilestoneDay;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The days of one counterparty's contracts that should not be missed: duties that are still to be done or late, milestones,
 * notices, and last days of claims. What is done or waived is none.
 */
public final class DutyCalendar {
    private static final int AHEAD = 366;
    private static final Set<Status> TO_DO = Set.of(Status.OPEN, Status.DUE, Status.OVERDUE);

    private DutyCalendar() {}

    /**
     * The days from a year back to a year ahead, the first first.
     *
     * @param owner only duties that this person sees to; null for all days
     */
    public static List<CalendarEntry> of(Standing standing, @Nullable String owner) {
        List<CalendarEntry> entries = new ArrayList<>();
        Dossier dossier = standing.dossier();
        LocalDate asOf = dossier.asOf();
        Stream.concat(DutyStates.of(dossier, AHEAD).stream(), SetOffDuties.of(dossier).states().stream())
                .filter(state -> TO_DO.contains(state.status()))
                .filter(state -> state.occurrence().due().isAfter(asOf.minusYears(1)))
                .filter(state -> owner == null
                        || state.owner().filter(owner::equalsIgnoreCase).isPresent())
                .forEach(state -> entries.add(duty(standing, state)));
        if (owner == null) {
            RenewalTerms.of(dossier).stream()
                    .filter(term -> !term.date().received().isBefore(asOf))
                    .forEach(term -> entries.add(notice(standing, term)));
            MilestoneDay.of(dossier).stream()
                    .filter(milestone -> milestone.due().isAfter(asOf.minusYears(1)))
                    .forEach(milestone -> entries.add(milestone(standing, milestone)));
            standing.claimableOn(asOf).stream()
                    .filter(entry -> entry.recoverableUntil() != null)
                    .forEach(entry -> entries.add(claim(standing, entry)));
        }
        return entries.stream().sorted(Comparator.comparing(CalendarEntry::day)).toList();
    }

    private static CalendarEntry duty(Standing standing, DutyState state) {
        List<String> lines = new ArrayList<>();
        lines.add("Status: " + state.status().display()
                + state.owner().map(name -> ", owner " + name).orElse(""));
        ContractEvent trigger = state.occurrence().trigger();
        lines.add(
                trigger == null
                        ? "For: " + state.occurrence().about()
                        : "Set off on " + trigger.date() + " by " + trigger.event() + " (" + trigger.id() + ")");
        addWords(List.of(state.duty().finding()), lines);
        return new CalendarEntry(
                state.id().toString(),
                state.occurrence().due(),
                standing.name() + ": " + state.duty().content().obligor().asWritten() + " must "
                        + state.duty().content().action(),
                String.join("\n", lines),
                List.of(7, 1));
    }

    private static CalendarEntry notice(Standing standing, RenewalTerms term) {
        List<String> lines = new ArrayList<>();
        lines.add("It must have arrived by " + term.date().received() + ". The term ends on " + term.ends()
                + "; without notice it renews for " + term.renewsFor() + ".");
        if (!term.manner().display().isEmpty()) {
            lines.add("How: " + term.manner().display() + ".");
        }
        term.date().sendings().forEach(sending -> lines.add("Last day to send it " + sending.display() + "."));
        Money commits = term.commits();
        if (commits != null) {
            lines.add("A renewed year commits to " + commits + " at least.");
        }
        term.date().assumptions().forEach(assumption -> lines.add("Assumed: " + assumption));
        addWords(term.rests(), lines);
        return new CalendarEntry(
                "notice-" + term.rests().get(0).contract() + "-" + term.ends(),
                term.date().sent(),
                standing.name() + ": last day to send a notice that ends " + term.contract(),
                String.join("\n", lines),
                List.of(60, 30, 7));
    }

    private static CalendarEntry milestone(Standing standing, MilestoneDay milestone) {
        List<String> lines = new ArrayList<>();
        lines.add("No event shows yet that it was delivered.");
        addWords(List.of(milestone.finding()), lines);
        return new CalendarEntry(
                "milestone-"
                        + Sha256.of(milestone.finding().contract() + milestone.name())
                                .hex()
                                .substring(0, 16),
                milestone.due(),
                standing.name() + ": " + milestone.name() + " is due",
                String.join("\n", lines),
                List.of(14, 3));
    }

    private static CalendarEntry claim(Standing standing, LedgerEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.amount() + " can be claimed until then.");
        addWords(entry.rests(), lines);
        LocalDate last = entry.recoverableUntil();
        return new CalendarEntry(
                "claim-" + Sha256.of(standing.name() + entry.key()).hex().substring(0, 16),
                last == null ? standing.dossier().asOf() : last,
                standing.name() + ": last day to claim “" + entry.title() + "”",
                String.join("\n", lines),
                List.of(14, 3));
    }

    private static void addWords(List<Finding> rests, List<String> lines) {
        for (Finding finding : rests) {
            Citation citation = finding.citations().get(0);
            lines.add("“" + citation.quote().replaceAll("\\s+", " ") + "” ["
                    + (citation.file() + " " + citation.path()).strip() + "]"
                    + (finding.isProvisional() ? " (nobody has accepted this reading yet)" : ""));
        }
    }
}
