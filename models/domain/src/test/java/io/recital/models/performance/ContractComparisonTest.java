package io.recital.models.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentSort;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.performance.ContractComparison.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractComparisonTest {
    private static final FindingContent INSURED = new ClauseLabel("Insurance");
    private static final FindingContent CAP_LABEL = new ClauseLabel("Cap On Liability");
    private int made;

    private static FindingContent type(String type) {
        return ContractFact.of(FactType.DOCUMENT_TYPE, new TypedValue.Text(type));
    }

    private static FindingContent payment(int count, TimeSpan.Unit unit) {
        return lever(
                LeverType.PAYMENT_TERM,
                new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(count, unit))));
    }

    private static FindingContent days(int count) {
        return payment(count, TimeSpan.Unit.DAYS);
    }

    private static FindingContent lever(LeverType type, LeverParameter... parameters) {
        return new CommercialLever(type, List.of(parameters));
    }

    private static FindingContent cap(String amount) {
        return lever(
                LeverType.LIABILITY_CAP, new LeverParameter(Name.CAP, new TypedValue.Amount(BigMoney.parse(amount))));
    }

    private ComparedContract contract(FindingContent... contents) {
        return contract(UUID.randomUUID(), contents);
    }

    /** Its words are its own. */
    private ComparedContract contract(@Nullable UUID counterparty, FindingContent... contents) {
        return contract(counterparty, "words of contract " + made, contents);
    }

    private ComparedContract contract(@Nullable UUID counterparty, String words, FindingContent... contents) {
        Contract contract = new Contract(
                UUID.randomUUID(),
                "Contract " + made,
                TenantRole.BUYER,
                UUID.randomUUID(),
                counterparty,
                Map.of(),
                Map.of(),
                Instant.ofEpochSecond(made++));
        List<Finding> findings = new ArrayList<>();
        for (FindingContent content : contents) {
            findings.add(finding(contract, words + " " + findings.size(), content, 0.8, ReviewStatus.UNREVIEWED));
        }
        return ComparedContract.of(contract, findings);
    }

    private static Finding finding(
            Contract contract, String words, FindingContent content, double confidence, ReviewStatus review) {
        Citation citation = new Citation(
                contract.id(),
                contract.document(),
                "file.txt",
                "1",
                null,
                new Span(0, words.length()),
                words,
                Sha256.of(words),
                CitationRole.CLAUSE);
        return new Finding(
                UUID.randomUUID(),
                contract.id(),
                contract.document(),
                null,
                content,
                List.of(citation),
                confidence,
                new Provenance("rules", "1"),
                false,
                review);
    }

    private List<ComparedContract> supplies(int count, FindingContent... contents) {
        FindingContent[] all = Stream.concat(Stream.of(type("supply agreement")), Stream.of(contents))
                .toArray(FindingContent[]::new);
        return Stream.generate(() -> contract(all)).limit(count).toList();
    }

    @SafeVarargs
    private static List<ComparedContract> all(List<ComparedContract>... parts) {
        List<ComparedContract> all = new ArrayList<>();
        for (List<ComparedContract> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"8,0,true", "6,2,true", "5,3,false", "4,0,false"})
    void whatMostOthersOfItsTypeHaveIsMissing(int with, int without, boolean told) {
        ComparedContract bare = supplies(1, days(30)).get(0);

        ContractComparison comparison =
                ContractComparison.of(bare, all(supplies(with, INSURED), supplies(without, days(30)), List.of(bare)));

        assertThat(comparison.missing().size()).isEqualTo(told ? 1 : 0);
        if (told) {
            ContractComparison.Missing insurance = comparison.missing().get(0);
            assertThat(insurance.term().type()).isEqualTo("Insurance");
            assertThat(insurance.have()).isEqualTo(with);
            assertThat(comparison.others()).isEqualTo(with + without);
            assertThat(insurance.typical())
                    .hasSize(3)
                    .allSatisfy(finding -> assertThat(finding.content()).isEqualTo(INSURED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // payment terms of the others, ours, whether it is out of line
        "30 30 30 30 30, 30, false",
        "30 30 30 30 30, 35, false",
        "30 30 30 30 30, 60, true",
        "30 30 30 30 30, 14, true",
        "30 45 30 60 30 45, 60, false",
        "30 45 30 60 30 45, 300, true",
        "30 30 30 30, 300, false",
        "30 30 30 30 3000, 45, true",
    })
    void aNumberFarFromTheMedianOfTheOthersIsOutOfLine(String others, int ours, boolean told) {
        List<ComparedContract> portfolio = new ArrayList<>();
        for (String other : others.split(" ")) {
            portfolio.addAll(supplies(1, days(Integer.parseInt(other))));
        }
        portfolio.addAll(supplies(2));
        ComparedContract contract = supplies(1, days(ours)).get(0);

        ContractComparison comparison = ContractComparison.of(contract, portfolio);

        assertThat(comparison.outOfLine().size()).isEqualTo(told ? 1 : 0);
        if (told) {
            ContractComparison.OutOfLine line = comparison.outOfLine().get(0);
            assertThat(line.value()).isEqualTo(new ComparedValue(ours, "days"));
            assertThat(line.spread().median()).isEqualTo(30, within(8.0));
            assertThat(line.deviation()).isGreaterThan(ContractComparison.OUT_OF_LINE);
            assertThat(line.typical()).hasSize(3);
            assertThat(line.finding().contract()).isEqualTo(contract.contract().id());
        }
    }

    @Test
    void lengthsAreComparedInDaysAndMoneyInItsOwnCurrencyOnly() {
        List<ComparedContract> portfolio = supplies(6, days(30), cap("EUR 100000"));

        assertThat(ContractComparison.of(
                                supplies(1, payment(1, TimeSpan.Unit.MONTHS), cap("USD 9000000"))
                                        .get(0),
                                portfolio)
                        .outOfLine())
                .isEmpty();
        assertThat(ContractComparison.of(
                                supplies(1, payment(3, TimeSpan.Unit.MONTHS), cap("EUR 9000000"))
                                        .get(0),
                                portfolio)
                        .outOfLine())
                .extracting(line -> line.term().type())
                .containsExactlyInAnyOrder("payment-term", "liability-cap");
    }

    @Test
    void interestIsComparedByTheYear() {
        LeverParameter month =
                new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.MONTHS)));
        LeverParameter index = new LeverParameter(Name.INDEX, new TypedValue.Text("base rate"));

        assertThat(ComparedValue.of(lever(LeverType.LATE_PAYMENT_INTEREST, rate("1.5"), month)))
                .contains(new ComparedValue(18, "% a year"));
        assertThat(ComparedValue.of(lever(LeverType.LATE_PAYMENT_INTEREST, rate("8"))))
                .contains(new ComparedValue(8, "% a year"));
        assertThat(ComparedValue.of(lever(LeverType.LATE_PAYMENT_INTEREST, rate("4"), index)))
                .isEmpty();
        assertThat(ComparedValue.of(lever(LeverType.LATE_PAYMENT_INTEREST, rate("0"))))
                .isEmpty();
    }

    private static LeverParameter rate(String percent) {
        return new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal(percent)));
    }

    @Test
    void whatHardlyAnyOtherHasIsRare() {
        ComparedContract contract =
                supplies(1, days(30), new ClauseLabel("Source Code Escrow")).get(0);

        ContractComparison comparison = ContractComparison.of(contract, supplies(5, days(30)));

        assertThat(comparison.rare()).singleElement().satisfies(rare -> {
            assertThat(rare.term().type()).isEqualTo("Source Code Escrow");
            assertThat(rare.have()).isZero();
            assertThat(rare.elsewhere()).isEmpty();
        });
    }

    @Test
    void aLabelThatNamesALeverIsThatLever() {
        ContractComparison comparison =
                ContractComparison.of(supplies(1, cap("EUR 5")).get(0), supplies(5, CAP_LABEL));

        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.rare()).isEmpty();
    }

    @Test
    void tooFewOfItsTypeAreJoinedByAllOtherAgreementsButNotByTheirParts() {
        ComparedContract lease = contract(type("lease"));
        List<ComparedContract> amendments =
                Stream.generate(() -> contract(type("amendment"))).limit(9).toList();

        assertThat(ContractComparison.of(lease, all(supplies(4, INSURED), amendments))
                        .basis())
                .isEqualTo(Basis.TOO_FEW);
        ContractComparison comparison = ContractComparison.of(lease, all(supplies(5, INSURED), amendments));
        assertThat(comparison.basis()).isEqualTo(Basis.ALL_AGREEMENTS);
        assertThat(comparison.others()).isEqualTo(5);
        assertThat(comparison.missing()).hasSize(1);
        assertThat(ContractComparison.of(amendments.get(0), supplies(9)).basis())
                .isEqualTo(Basis.PART_OF_ANOTHER);
        assertThat(ContractComparison.of(contract(type("work order")), supplies(9))
                        .basis())
                .isEqualTo(Basis.TOO_FEW);
    }

    @Test
    void copiesAndRestatementsCountOnce() {
        UUID meadow = UUID.randomUUID();
        FindingContent supply = type("supply agreement");
        FindingContent[] terms = {supply, INSURED, days(30), cap("EUR 5"), new ClauseLabel("Non-Compete")};
        ComparedContract first = contract(meadow, "the same words", terms);
        ComparedContract copy = contract(meadow, "the same words", terms);
        ComparedContract elsewhere = contract(UUID.randomUUID(), "the same words", terms);
        ComparedContract restated = contract(meadow, type("amended and restated supply agreement"), INSURED, days(45));
        ComparedContract second = contract(meadow, supply, INSURED);

        ContractComparison comparison = ContractComparison.of(
                contract(supply), all(List.of(first, copy, restated, elsewhere), supplies(3, INSURED)));

        assertThat(comparison.others()).isEqualTo(5);
        assertThat(first.isOneWith(copy)).isTrue();
        assertThat(first.isOneWith(elsewhere)).isFalse();
        assertThat(first.isOneWith(second)).isFalse();
        assertThat(ContractComparison.of(first, all(List.of(first, copy, restated), supplies(5)))
                        .others())
                .isEqualTo(5);
    }

    @Test
    void whatPeopleRejectedOrWhatIsUnsureCountsForNobody() {
        Contract contract = supplies(1).get(0).contract();
        ComparedContract compared = ComparedContract.of(
                contract,
                List.of(
                        finding(contract, "a", INSURED, 0.9, ReviewStatus.REJECTED),
                        finding(contract, "b", CAP_LABEL, 0.3, ReviewStatus.UNREVIEWED),
                        finding(contract, "c", days(30), 0.3, ReviewStatus.ACCEPTED),
                        finding(contract, "d", days(60), 0.9, ReviewStatus.UNREVIEWED)));

        assertThat(compared.terms().keySet()).containsExactly(ComparedTerm.lever(LeverType.PAYMENT_TERM));
        assertThat(compared.value(ComparedTerm.lever(LeverType.PAYMENT_TERM))).contains(new ComparedValue(30, "days"));
    }

    @ParameterizedTest
    @CsvSource({
        "master services agreement,AGREEMENT",
        "amended and restated logistics agreement,AGREEMENT",
        "amendment,PART",
        "change note,PART",
        "side letter,PART",
        "royalty report,PART",
        "rebate schedule,PART",
        "price list,PART",
        "statement of work,ORDER",
        "work order,ORDER",
        "'',UNKNOWN"
    })
    void aDocumentsTypeTellsWhetherItStandsOnItsOwn(String type, DocumentSort sort) {
        assertThat(DocumentSort.of(type)).isEqualTo(sort);
    }
}
