package io.recital.retrieval.portfolio;

import io.recital.models.finding.FactType;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.portfolio.PortfolioQuestion.Conditions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses, among what families state of a subject, what a question asks for, and puts it in order. */
final class PortfolioFindings {
    private final PortfolioQuestion asked;
    private final Subject subject;
    private final StatedTerms statements;

    PortfolioFindings(PortfolioQuestion asked, Subject subject, StatedTerms statements) {
        this.asked = asked;
        this.subject = subject;
        this.statements = statements;
    }

    /** What answers; empty where no family states anything of the subject. */
    Optional<PortfolioResult> find(List<Family> families) {
        List<StatedTerm> considered = statements.of(subject, fulfilling(families));
        if (considered.isEmpty()) {
            return Optional.empty();
        }
        List<StatedTerm> kept = considered.stream()
                .filter(statement -> admits(subject, statement))
                .toList();
        return Optional.of(new PortfolioResult(subject.name(), asked.operation(), ordered(asked, kept), considered));
    }

    /** The same for statements that no finding makes. */
    static PortfolioResult result(PortfolioQuestion asked, String subject, List<StatedTerm> considered) {
        return new PortfolioResult(subject, asked.operation(), ordered(asked, considered), considered);
    }

    /** Families that fulfil conditions on something else than the subject. */
    private List<Family> fulfilling(List<Family> families) {
        Conditions conditions = asked.conditions();
        List<Family> left = families;
        if (conditions.law() != null && !subject.isFact(FactType.GOVERNING_LAW)) {
            left = having(left, Subjects.LAW);
        }
        if (conditions.currency() != null && subject.source() != Subject.Source.CURRENCY) {
            left = having(left, Subjects.CURRENCY);
        }
        return left;
    }

    private List<Family> having(List<Family> families, Subject condition) {
        return families.stream()
                .filter(family -> statements.of(condition, List.of(family)).stream()
                        .anyMatch(statement -> admits(condition, statement)))
                .toList();
    }

    private boolean admits(Subject of, StatedTerm statement) {
        Conditions conditions = asked.conditions();
        TypedValue value = statement.value();
        if (conditions.law() != null && of.isFact(FactType.GOVERNING_LAW)) {
            return value != null && conditions.law().fits(value.display());
        }
        if (conditions.currency() != null && of.source() == Subject.Source.CURRENCY) {
            return value != null && conditions.currency().fits(value.display());
        }
        if (conditions.window() != null
                && !(value instanceof TypedValue.Day day && conditions.window().contains(day.value()))) {
            return false;
        }
        if (conditions.byItself() && of.isLever(LeverType.RENEWAL)) {
            return statement.finding() != null && TermDates.isByItself(statement.finding());
        }
        return conditions.threshold() == null
                || conditions.threshold().admits(statement).orElse(false);
    }

    private static List<StatedTerm> ordered(PortfolioQuestion asked, List<StatedTerm> statements) {
        Comparator<StatedTerm> byValue = Comparator.comparing(
                statement -> statement.measured().orElseThrow().number());
        List<StatedTerm> measured = statements.stream()
                .filter(statement -> statement.measured().isPresent())
                .toList();
        return switch (asked.operation()) {
            case ASCENDING -> measured.stream().sorted(byValue).toList();
            case DESCENDING -> measured.stream().sorted(byValue.reversed()).toList();
            case LEAST -> extreme(measured, Comparator.naturalOrder());
            case GREATEST -> extreme(measured, Comparator.reverseOrder());
            case EACH, COUNT -> statements;
        };
    }

    /** The first in an order, of each unit: amounts of different currencies are not held against each other. */
    private static List<StatedTerm> extreme(List<StatedTerm> statements, Comparator<Measured> order) {
        Map<String, List<StatedTerm>> byUnit = statements.stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.measured().orElseThrow().unit(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byUnit.values().stream()
                .sorted(Comparator.comparingInt((List<StatedTerm> same) -> same.size())
                        .reversed())
                .flatMap(same -> {
                    Measured first = same.stream()
                            .map(statement -> statement.measured().orElseThrow())
                            .min(order)
                            .orElseThrow();
                    return same.stream()
                            .filter(statement ->
                                    statement.measured().orElseThrow().equals(first));
                })
                .toList();
    }
}
