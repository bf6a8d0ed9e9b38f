package io.recital.models.governance.brief;

import static java.util.Objects.requireNonNull;

import io.recital.models.governance.Governance;
import io.recital.models.performance.ContractComparison;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What to know and what to ask for when contracts with a counterparty are renewed, each line with what it rests on. */
public record RenewalBrief(String counterparty, LocalDate asOf, List<Section> sections) {
    /** Lines about one thing. */
    public record Section(String title, List<BriefLine> lines) {
        public Section {
            requireNonNull(title, "title");
            lines = List.copyOf(lines);
        }
    }

    public RenewalBrief {
        requireNonNull(counterparty, "counterparty");
        requireNonNull(asOf, "asOf");
        sections =
                sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    /**
     * The brief of a counterparty.
     *
     * @param comparisons of its contracts with the tenant's others
     */
    public static RenewalBrief of(Standing of, Governance governance, List<ContractComparison> comparisons) {
        Standing standing = of.inMemory();
        LocalDate asOf = standing.dossier().asOf();
        Governance known = governance.on(asOf);
        KeptPromises kept = new KeptPromises(standing, known);
        MoneyLines money = new MoneyLines(standing);
        ComparedLines compared = new ComparedLines(comparisons);
        SteeredLines steered = new SteeredLines(standing, known);
        List<BriefLine> asks = new ArrayList<>();
        asks.addAll(money.asks());
        asks.addAll(kept.asks());
        asks.addAll(compared.asks());
        asks.addAll(steered.asks());
        return new RenewalBrief(
                standing.name(),
                asOf,
                List.of(
                        new Section("Dates", RenewalDates.of(standing.dossier())),
                        new Section("What to ask for", asks),
                        new Section("What was kept", kept.lines()),
                        new Section("Money", money.lines()),
                        new Section("Terms beside your other contracts", compared.lines()),
                        new Section("Objectives, risks, ideas, actions and disputes", steered.lines())));
    }
}
