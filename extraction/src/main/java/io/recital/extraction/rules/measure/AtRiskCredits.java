package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credits that are parts of an amount at risk: a contract says once what is at risk and how a measure's part of it is reckoned, and
 * a table gives each measure its part.
 */
final class AtRiskCredits {
    private static final String PART = "(?:allocat\\p{L}+|weight(?:ing|ed|s)?)";
    private static final String RISK = "(?:at[\\s-]risk(?:\\s+amount)?|amounts?\\s+at\\s+risk|credit\\s+pool|pool)";
    private static final Pattern FORMULA = Pattern.compile(
            "(?<formula>(?:the\\s+|its\\s+)?\\b" + PART
                    + "\\b[^.;]{0,80}?(?:multiplied\\s+by|times|×|x|of)\\s+(?:the\\s+)?[^.;]{0,30}?\\b" + RISK
                    + "\\b|(?:the\\s+)?\\b" + RISK
                    + "\\b[^.;]{0,40}?(?:multiplied\\s+by|times|×|x)\\s+(?:the\\s+|its\\s+)?[^.;]{0,30}?\\b" + PART
                    + "(?:\\s+(?:percentage|factor))?\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_RISK = Pattern.compile(
            "\\b" + RISK + "\\b[^.;%]{0,80}?(?<![\\d.,])(?<before>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSER = Pattern.compile(
            "\\b(?<share>(?:one[\\s-]|a\\s+)?half|(?:one[\\s-]|a\\s+)quarter|three[\\s-]quarters|\\d{1,2}(?:\\.\\d+)?\\s*%)\\s+of\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDIT =
            Pattern.compile("\\b(?:credits?|deductions?|reductions?|abatements?|malus)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BELOW = Pattern.compile(
            "\\bbut\\s+(?:is\\s+)?not\\s+below\\b|\\bbut\\s+(?:at\\s+or\\s+)?above\\b|\\bbetween\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNNING = Pattern.compile(
            "\\b(?:consecutive|successive|running|in\\s+(?:a\\s+row|succession))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:not\\b[^.;]{0,20}\\bexceed|exceeds?|limited\\s+to|at\\s+most|no\\s+more\\s+than)\\b[^.;]{0,40}\\b"
                    + RISK,
            Pattern.CASE_INSENSITIVE);

    private final @Nullable String formula;
    private final @Nullable String share;
    private final @Nullable TypedValue cap;
    private final List<Citation> citations;

    private AtRiskCredits(
            @Nullable String formula, @Nullable String share, @Nullable TypedValue cap, List<Citation> citations) {
        this.formula = formula;
        this.share = share;
        this.cap = cap;
        this.citations = List.copyOf(citations);
    }

    static AtRiskCredits of(ContractReading contract) {
        @Nullable String formula = null;
        @Nullable String share = null;
        @Nullable BigDecimal risk = null;
        boolean limited = false;
        List<Citation> citations = new ArrayList<>();
        for (Clause clause : contract.clauses()) {
            for (Statement statement : Statements.of(contract, clause)) {
                String words = statement.body().text();
                Matcher atRisk = AT_RISK.matcher(words);
                Matcher reckoned = FORMULA.matcher(words);
                Matcher lesser = LESSER.matcher(words);
                boolean credit = CREDIT.matcher(words).find();
                boolean cites = true;
                if (risk == null && atRisk.find()) {
                    risk = new BigDecimal(atRisk.group("before"));
                } else if (formula == null && credit && reckoned.find()) {
                    formula = reckoned.group("formula").replaceAll("\\s+", " ");
                } else if (formula != null
                        && share == null
                        && credit
                        && NOT_BELOW.matcher(words).find()
                        && lesser.find()) {
                    share = lesser.group("share").replaceAll("\\s+", " ");
                } else if (credit && LIMIT.matcher(words).find()) {
                    limited = true;
                } else {
                    cites = credit && formula != null && RUNNING.matcher(words).find();
                }
                if (cites) {
                    citations.addAll(statement.citations());
                }
            }
        }
        return new AtRiskCredits(
                risk == null ? null : formula,
                share,
                limited && risk != null ? new TypedValue.Percent(risk) : null,
                citations);
    }

    /** Whether the contract says how a part is reckoned, and for all levels of the measure. */
    boolean isFor(AtRisk part) {
        return formula != null && (part.minimum() == null) == (share == null);
    }

    /** What a measure with such a part earns. */
    List<Tier> creditsFor(AtRisk part, Target target) {
        String full = formula == null ? "" : formula;
        BigDecimal least = part.minimum();
        List<Tier> any = target.missedFor(new TypedValue.Text(full));
        if (least == null || any.size() != 1) {
            return any;
        }
        Tier all = any.get(0);
        TypedValue lesser = new TypedValue.Text(share + " of " + full);
        boolean upwards = all.from() == null;
        return upwards
                ? List.of(
                        new Tier(least, true, all.to(), all.toIncluded(), all.unit(), lesser),
                        new Tier(null, false, least, false, all.unit(), all.value()))
                : List.of(
                        new Tier(all.from(), all.fromIncluded(), least, true, all.unit(), lesser),
                        new Tier(least, false, null, false, all.unit(), all.value()));
    }

    Optional<TypedValue> cap() {
        return Optional.ofNullable(cap);
    }

    List<Citation> citations() {
        return citations;
    }
}
