package io.recital.api.contract;

import io.recital.api.finding.FindingView;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.performance.ComparedTerm;
import io.recital.models.performance.ContractComparison;
import io.recital.models.performance.ContractComparison.Basis;
import io.recital.models.performance.Spread;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.UUID;

/** A comparison as the API shows it. */
@Schema(
        name = "Comparison",
        description = "What is missing or unusual in a contract, held against the tenant's other contracts")
record ComparisonView(
        UUID contract,
        String title,
        @Schema(example = "supply agreement") String documentType,
        Basis basis,

        @Schema(description = "What it was held against, or why against nothing")
        String explanation,

        @Schema(description = "How many other contracts; copies and restatements count once")
        int others,

        @Schema(description = "Most of the others have it, and none was found here")
        List<Missing> missing,

        @Schema(description = "The number lies far from what the others state")
        List<OutOfLine> outOfLine,

        @Schema(description = "Hardly any other has it") List<Rare> rare) {
    /**
     * A term that this contract lacks.
     *
     * @param typical of the others' findings, the surest
     */
    @Schema(name = "MissingTerm")
    record Missing(
            FindingKind kind,
            String type,

            @Schema(example = "8 of 9 others have it, and none was found here")
            String summary,

            int have,
            List<FindingView> typical) {}

    /**
     * A term whose number is unusual.
     *
     * @param typical of the others' findings, those nearest to the median
     */
    @Schema(name = "OutOfLineTerm")
    record OutOfLine(
            FindingKind kind,
            String type,

            @Schema(example = "90 days; the median of 8 others is 30 days (14 to 60)")
            String summary,

            FindingView finding,
            double number,
            @Schema(example = "days") String unit,
            Spread spread,

            @Schema(description = "Usual distances from the median, by ratio; 3.5 or more is out of line")
            double deviation,

            List<FindingView> typical) {}

    /**
     * A term that is unusual in itself.
     *
     * @param elsewhere the others' findings, if there are any
     */
    @Schema(name = "RareTerm")
    record Rare(
            FindingKind kind,
            String type,
            @Schema(example = "0 of 9 others have it") String summary,
            FindingView finding,
            int have,
            List<FindingView> elsewhere) {}

    static ComparisonView of(ContractComparison comparison) {
        return new ComparisonView(
                comparison.compared().contract().id(),
                comparison.compared().contract().title(),
                comparison.compared().documentType(),
                comparison.basis(),
                explanation(comparison),
                comparison.others(),
                comparison.missing().stream()
                        .map(missing -> missing(missing, comparison.others()))
                        .toList(),
                comparison.outOfLine().stream().map(ComparisonView::outOfLine).toList(),
                comparison.rare().stream()
                        .map(rare -> rare(rare, comparison.others()))
                        .toList());
    }

    private static String explanation(ContractComparison comparison) {
        String type = comparison.compared().documentType();
        return switch (comparison.basis()) {
            case SAME_TYPE -> "Held against " + comparison.others() + " other contracts of the type “" + type + "”.";
            case ALL_AGREEMENTS ->
                "Held against all " + comparison.others() + " other agreements: fewer than "
                        + ContractComparison.LEAST_OTHERS + " are of "
                        + (type.isEmpty() ? "its type, which its title does not tell." : "the type “" + type + "”.");
            case TOO_FEW ->
                "Too few to compare: " + comparison.others() + " other contracts, and "
                        + ContractComparison.LEAST_OTHERS + " are needed.";
            case PART_OF_ANOTHER ->
                "Not compared: a document of the type “" + type + "” changes another contract or belongs to it.";
        };
    }

    private static Missing missing(ContractComparison.Missing missing, int others) {
        ComparedTerm term = missing.term();
        return new Missing(
                term.kind(),
                term.type(),
                shared(missing.have(), others) + ", and none was found here",
                missing.have(),
                views(missing.typical()));
    }

    private static Rare rare(ContractComparison.Rare rare, int others) {
        ComparedTerm term = rare.term();
        return new Rare(
                term.kind(),
                term.type(),
                shared(rare.have(), others),
                FindingView.of(rare.finding()),
                rare.have(),
                views(rare.elsewhere()));
    }

    private static OutOfLine outOfLine(ContractComparison.OutOfLine line) {
        String unit = line.value().unit();
        Spread spread = line.spread();
        return new OutOfLine(
                line.term().kind(),
                line.term().type(),
                plain(line.value().number()) + " " + unit + "; the median of " + spread.count() + " others is "
                        + plain(spread.median()) + " " + unit + " (" + plain(spread.lowest()) + " to "
                        + plain(spread.highest()) + ")",
                FindingView.of(line.finding()),
                line.value().number(),
                unit,
                spread,
                line.deviation(),
                views(line.typical()));
    }

    private static String shared(int have, int others) {
        return have + " of " + others + " others have it";
    }

    private static String plain(double number) {
        MathContext digits = new MathContext(number < 100 ? 4 : 1 + (int) Math.log10(number));
        return new BigDecimal(number, digits).stripTrailingZeros().toPlainString();
    }

    private static List<FindingView> views(List<Finding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }
}
