package io.recital.retrieval.answer;

import io.recital.models.clause.ClauseKind;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Band;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.Validity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a statement gains or loses beside its words: by the form of the answer, by time, by place, and by what it is about. */
final class Suitability {
    /** What is asked next is most often answered beside the last answer. */
    private static final double BESIDE = 0.1;

    /** What is forbidden is said by what one shall not. */
    private static final double PROHIBITING = 0.15;

    private static final double IN_BAND = 0.2;
    private static final double OUT_OF_BAND = 0.2;
    private static final double OUT_OF_SCOPE = 0.06;
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)\\b(?:forbidden|prohibited|banned|not (?:be )?(?:allowed|permitted|entitled))\\b|\\bmay .{1,30} not\\b");
    private static final Pattern PROHIBITION =
            Pattern.compile("(?i)\\b(?:shall|must|may|will|can) not\\b|\\bno right\\b|\\bprohibited\\b");
    private static final Pattern DEFINITION = Pattern.compile(
            "^\\W{0,3}(?:[“\"][^”\"]{1,60}[”\"]|\\p{Lu}[\\p{L} ’'-]{1,50}) (?:means?|has the meaning)\\b");
    private static final Set<ClauseKind> FRONT =
            EnumSet.of(ClauseKind.TITLE, ClauseKind.PREAMBLE, ClauseKind.SIGNATURE);

    private final Understanding question;
    private final Timeline timeline;
    private final Designators designators;
    private final List<Band.Supposed> supposed;
    private final boolean forbidden;
    private final RowNames rows;

    Suitability(Understanding question, Timeline timeline, RowNames rows) {
        this.question = question;
        this.timeline = timeline;
        this.rows = rows;
        this.designators = Designators.of(question.asked());
        this.supposed = Band.Supposed.in(question.subject());
        this.forbidden = asksWhatIsForbidden(question);
    }

    /** Whether it asks for what one shall not do: the words for that are its own then, and not the contract's. */
    static boolean asksWhatIsForbidden(Understanding question) {
        return FORBIDDEN.matcher(question.text()).find();
    }

    Ranked with(Ranked one) {
        return one.scored(one.score() + of(one.statement()));
    }

    private double of(Statement statement) {
        return form(statement)
                - untimely(statement)
                + designators.fit(statement)
                + (lacksItsForm(statement) ? Math.min(0, rows.fit(statement)) : rows.fit(statement))
                + inItsBand(statement)
                + (forbidden && prohibits(statement) ? PROHIBITING : 0)
                + (isBesideTheLastAnswer(statement, question) ? BESIDE : 0)
                - (isInScope(statement) ? 0 : OUT_OF_SCOPE);
    }

    /** A row for a range is meant when what the question supposes lies in it, and no other row of the table is. */
    private double inItsBand(Statement statement) {
        List<Band> bands = statement.cells().stream()
                .flatMap(cell -> Band.of(cell.value().text()).stream())
                .filter(band -> supposed.stream().anyMatch(number -> number.percent() == band.percent()))
                .toList();
        if (bands.isEmpty()) {
            return 0;
        }
        return bands.stream().anyMatch(band -> supposed.stream().anyMatch(band::holds)) ? IN_BAND : -OUT_OF_BAND;
    }

    private static boolean prohibits(Statement statement) {
        return PROHIBITION.matcher(statement.quote()).find()
                || (Provisions.isItem(statement)
                        && PROHIBITION.matcher(statement.lead()).find());
    }

    static boolean isBesideTheLastAnswer(Statement statement, Understanding question) {
        return question.places().stream()
                .anyMatch(place -> place.isBeside(
                        statement.contract().document(), statement.clause().path()));
    }

    private boolean isInScope(Statement statement) {
        return question.scope().isEverywhere()
                || question.scope().contracts().contains(statement.contract().id());
    }

    private boolean lacksItsForm(Statement statement) {
        return !question.forms().isEmpty()
                && question.forms().stream().noneMatch(form -> form.standsIn(statement.values()));
    }

    private double form(Statement statement) {
        if (question.forms().isEmpty()) {
            return 0.05;
        }
        return question.forms().stream().anyMatch(form -> form.standsIn(statement.values())) ? 0.1 : 0;
    }

    /** What it loses for not holding on the day asked about; what changes others gains there. */
    private double untimely(Statement statement) {
        UUID contract = statement.contract().id();
        boolean named = question.scope().contracts().size() == 1
                && question.scope().contracts().contains(contract);
        boolean notYet = timeline.effectOf(contract)
                .filter(effect -> effect.isAfter(question.asOf()))
                .isPresent();
        double loss = Validity.of(statement.words()).holdsOn(question.asOf()) ? 0 : 0.15;
        if (notYet && !named) {
            loss += 0.25;
        }
        if (timeline.replacedBy(statement.contract(), question.asOf()).isPresent() && !named) {
            loss += 0.25;
        }
        if (timeline.reports(contract)) {
            loss += 0.1;
        }
        if (question.kind() == Plan.Kind.CLAUSE) {
            loss += explainsNothing(statement);
        }
        boolean changes = timeline.changesOthers(contract);
        if (changes && question.asSigned()) {
            loss += 0.25;
        }
        return changes && !notYet && !question.asSigned() ? loss - 0.05 : loss;
    }

    /** A definition, a title page and one row of many explain little. */
    private static double explainsNothing(Statement statement) {
        if (isDefinition(statement) || FRONT.contains(statement.clause().kind())) {
            return 0.15;
        }
        return statement.isRow() ? 0.05 : 0;
    }

    static boolean isDefinition(Statement statement) {
        return DEFINITION.matcher(statement.quote()).find();
    }
}
