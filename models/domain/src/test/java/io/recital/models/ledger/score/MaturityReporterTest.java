package io.recital.models.ledger.score;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.duty.OccurrenceBook;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.MaturityAnswer;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaturityReporterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 5, 20);

    private static Finding report(String contract) {
        return finding(
                contract,
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("Supplier", "Other Side Ltd"),
                        null,
                        "send the stock report",
                        null,
                        new Deadline.Recurring(
                                new TimeSpan(1, TimeSpan.Unit.MONTHS), new TimeSpan(5, TimeSpan.Unit.DAYS)),
                        null),
                "The Supplier shall send the stock report within five days after the end of each month.");
    }

    private static Finding party(String contract, String name, @Nullable String role) {
        return finding(contract, ContractFact.of(FactType.PARTY, new TypedValue.Party(name, null, role)), name);
    }

    private static Standing standing(String contract, Facts facts, Finding... findings) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with(contract, "supply agreement", "2025-02-01", findings)
                .build();
        return new Standing(new Dossier(family, facts, AS_OF), new Ledger(List.of()));
    }

    private static Standing signedBy(TenantRole side, String contract, String... parties) {
        Finding[] found = Arrays.stream(parties)
                .map(party -> party.split(", "))
                .map(party -> party(contract, party[0], party[1]))
                .toArray(Finding[]::new);
        var family = new FamilyInWords(side)
                .with(contract, "supply agreement", "2025-02-01", found)
                .build();
        return new Standing(new Dossier(family, Facts.of(List.of()), AS_OF), new Ledger(List.of()));
    }

    private static ReportQuestion about(Standing... standings) {
        return new ReportQuestion(List.of(standings), List::of, ReportQuestion.ALWAYS, AS_OF);
    }

    private static Report.Section section(ReportQuestion question, String beginning) {
        return new MaturityReporter(dossier -> new Ledger(List.of()))
                .report(question).sections().stream()
                        .filter(section -> section.title().startsWith(beginning))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> rows(ReportQuestion question, String beginning) {
        return section(question, beginning).rows().stream()
                .map(row ->
                        String.join(" | ", row.stream().map(ReportCell::display).toList()))
                .toList();
    }

    /** The column of a section. */
    private static List<String> column(ReportQuestion question, String beginning, String name) {
        Report.Section section = section(question, beginning);
        int column = section.columns().indexOf(name);
        return section.rows().stream().map(row -> row.get(column).display()).toList();
    }

    @Test
    void ownersWhereNobodyIsNamedAreNoneOfAllDuties() {
        Standing standing = standing("P-1", Facts.of(List.of()), report("P-1"));

        assertThat(rows(about(standing), "Evidence"))
                .anyMatch(row -> row.startsWith("obligations | Foundational | owned |")
                        && row.endsWith("| 0 of 3 (0.0 %) | no"));
    }

    @Test
    void aNamedOwnerCountsForWhatIsStillToBeDone() {
        Standing standing = standing("P-1", Facts.of(List.of()), report("P-1"));
        DutyState open = DutyStates.of(standing.dossier()).stream()
                .filter(state -> state.occurrence().due().isAfter(AS_OF))
                .findFirst()
                .orElseThrow();
        OccurrenceRecord owned = new OccurrenceRecord(
                open.id(),
                FamilyInWords.id("P-1"),
                "send the stock report",
                List.of(new OccurrenceChange(Step.ASSIGNED, "Ida", AS_OF, "Tom", null, null)));
        Dossier dossier = standing.dossier().with(new OccurrenceBook(List.of(owned)));

        assertThat(rows(about(new Standing(dossier, new Ledger(List.of()))), "Evidence"))
                .anyMatch(row -> row.contains("| owned |") && row.endsWith("| 1 of 3 (33.3 %) | no"));
    }

    @Test
    void withoutDutiesThereIsNothingToOwn() {
        assertThat(rows(about(standing("P-1", Facts.of(List.of()))), "Evidence"))
                .anyMatch(row -> row.contains("| owned |") && row.endsWith("| nothing to count | unknown"));
    }

    /** Without days asked for it is the year up to the day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0001-01-01 | 9999-12-31 | 2025-06-30, 2025-09-30, 2025-12-31, 2026-03-31, 2026-05-20
            2025-10-01 | 2026-03-31 | 2025-12-31, 2026-03-31, 2026-05-20
            2026-04-01 | 2026-05-20 | 2026-05-20
            2026-01-01 | 2026-03-30 | 2026-05-20
            """)
    void theHistoryHasTheEndsOfTheQuartersAskedForAndTheDay(LocalDate from, LocalDate to, String days) {
        ReportQuestion asked = new ReportQuestion(List.of(), List::of, new Period(from, to), AS_OF);

        assertThat(column(asked, "Stages by quarter", "day")).containsExactly(days.split(", "));
    }

    @Test
    void moreThanThreeYearsAreNotLookedBack() {
        Period decades = new Period(LocalDate.of(1990, 1, 1), AS_OF);

        assertThat(MaturityHistory.days(new ReportQuestion(List.of(), List::of, decades, AS_OF)))
                .hasSize(13)
                .startsWith(LocalDate.of(2023, 6, 30))
                .endsWith(LocalDate.of(2026, 3, 31), AS_OF)
                .isSorted();
    }

    @Test
    void eachQuarterKnowsOnlyTheFactsAndAnswersOfItsDay() {
        Facts facts = Facts.of(List.of(
                InvoicesInWords.received("P-1", "EUR").line("R-1", "2025-12-03", "2025-12-04", null, "10", null)));
        ReportQuestion question = about(standing("P-1", facts))
                .with(List.of(
                        new MaturityAnswer(Criterion.OWNERS, true, LocalDate.of(2025, 8, 1)),
                        new MaturityAnswer(Criterion.OWNERS, false, LocalDate.of(2026, 1, 15))));

        assertThat(column(question, "Stages by quarter", "quarter"))
                .containsExactly("2025 Q2", "2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2");
        assertThat(column(question, "Stages by quarter", "integration"))
                .containsExactly("Ad Hoc", "Ad Hoc", "Foundational", "Ad Hoc", "Ad Hoc");
        assertThat(column(question, "Stages by quarter", "governance"))
                .containsExactly("unknown", "Foundational", "Foundational", "Ad Hoc", "Ad Hoc");
        assertThat(column(question, "Stages by quarter", "overall")).containsOnly("unknown");
    }

    @Test
    void aContractCountsFromTheDayOnWhichItWasSigned() {
        Standing late = new Standing(
                new Dossier(
                        new FamilyInWords(TenantRole.BUYER)
                                .with("P-2", "supply agreement", "2026-02-01")
                                .build(),
                        Facts.of(List.of()),
                        AS_OF),
                new Ledger(List.of()));

        assertThat(column(about(late), "Stages by quarter", "contracts"))
                .containsExactly("unknown", "unknown", "unknown", "Foundational", "Foundational");
    }

    @Test
    void earlierQuartersSayWhatIsNotKnownOfThem() {
        assertThat(column(about(standing("P-1", Facts.of(List.of()))), "Stages by quarter", "ends at what is unknown"))
                .allMatch(unknown -> Stream.of("reviewed", "owned", "owners").allMatch(unknown::contains));
    }

    @Test
    void theUnitsAreTheOwnCompaniesThatSignWhereThereAreTwo() {
        ReportQuestion question = about(
                signedBy(TenantRole.BUYER, "P-1", "Brenk GmbH, customer", "Other Side Ltd, supplier"),
                signedBy(TenantRole.BUYER, "P-2", "BRENK mbH, buyer", "Other Side Ltd, seller"),
                signedBy(TenantRole.SELLER, "P-3", "Brenk UK Limited, supplier", "Other Side Ltd, customer"),
                signedBy(TenantRole.BUYER, "P-4", "Other Side Ltd, supplier"),
                signedBy(
                        TenantRole.BUYER,
                        "P-5",
                        "Brenk GmbH, customer",
                        "Brenk UK Ltd, customer",
                        "Other Side Ltd, supplier"));

        assertThat(section(question, "Peer units").title()).contains("by the own company that signs");
        assertThat(rows(question, "Peer units").stream().filter(row -> row.contains("| contracts |")))
                .containsExactly(
                        "Brenk GmbH | 2 | contracts | Foundational | contracts-typed 2 of 2 (100.0 %) | contracts-typed 3 of 3 (100.0 %)",
                        "Brenk UK Limited | 1 | contracts | Foundational | contracts-typed 1 of 1 (100.0 %) | contracts-typed 4 of 4 (100.0 %)",
                        "own company not told | 1 | contracts | Foundational | contracts-typed 1 of 1 (100.0 %) | contracts-typed 4 of 4 (100.0 %)",
                        "several own companies | 1 | contracts | Foundational | contracts-typed 1 of 1 (100.0 %) | contracts-typed 4 of 4 (100.0 %)");
    }

    @Test
    void withOneOwnCompanyTheUnitsAreTheSidesOnWhichItStands() {
        ReportQuestion question = about(
                signedBy(TenantRole.BUYER, "P-1", "Brenk GmbH, customer"),
                signedBy(TenantRole.SELLER, "P-2", "Brenk GmbH, supplier"),
                signedBy(TenantRole.UNKNOWN, "P-3", "Brenk GmbH, supplier"));

        assertThat(section(question, "Peer units").title()).contains("by the side on which you stand");
        assertThat(column(question, "Peer units", "unit").stream().distinct())
                .containsExactly("as buyer", "as seller", "side not told");
    }

    @Test
    void anOnlyUnitHasNoOthersBesideIt() {
        assertThat(column(
                        about(signedBy(TenantRole.BUYER, "P-1", "Brenk GmbH, customer")),
                        "Peer units",
                        "in the other units"))
                .containsOnly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Procurement planning    | unknown: what to buy
            Solicitation planning   | unknown: tender documents
            Solicitation            | unknown: tenders
            Source selection        | unknown: how offers are judged
            Contract administration | contracts: Foundational; obligations: Ad Hoc; measurement: unknown
            Contract closeout       | value: unknown
            """)
    void eachProcessAreaOfTheContractModelIsShownOrSaysWhyNot(String area, String evidence) {
        assertThat(rows(about(standing("P-1", Facts.of(List.of()), report("P-1"))), "Process areas"))
                .filteredOn(row -> row.startsWith("CMMM | " + area + " |"))
                .singleElement()
                .asString()
                .startsWith("CMMM | " + area + " | " + evidence);
    }

    @Test
    void whatNobodyHasReadIsNotMapped() {
        assertThat(rows(about(), "Process areas"))
                .anyMatch(row -> row.startsWith("CMMI-ACQ | the other 14 of its 22"))
                .anyMatch(row -> row.startsWith("Built Intelligence |  | not mapped: no public description"));
    }
}
