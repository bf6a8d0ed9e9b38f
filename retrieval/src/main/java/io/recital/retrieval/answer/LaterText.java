package io.recital.retrieval.answer;

import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts what a later document says of a subject before what it changes. */
final class LaterText {
    private static final double NEARLY = 0.85;
    private static final double BEHIND = 0.25;
    private static final Pattern OF_ITSELF = Pattern.compile(
            "(?i)\\bthis (?:\\w+ )?(?:amendment|addendum|variation|change (?:note|order)|side letter)\\b");

    private LaterText() {}

    /** What a later document says of the same subject goes before what it changes. */
    static List<Ranked> first(List<Ranked> ranked, Understanding question, Timeline timeline) {
        if (ranked.isEmpty() || question.asSigned()) {
            return ranked;
        }
        Ranked best = ranked.get(0);
        LocalDate own = timeline.effectOf(best.statement().contract().id()).orElse(LocalDate.MIN);
        Optional<Ranked> later = ranked.stream()
                .filter(one ->
                        one.coverage() >= NEARLY * best.coverage() && one.score() >= best.score() - behind(question))
                .filter(one -> isChangedBy(best.statement(), one.statement(), own, question, timeline))
                .findFirst();
        if (later.isEmpty()) {
            return ranked;
        }
        List<Ranked> ordered = new ArrayList<>(ranked);
        ordered.remove(later.get());
        ordered.add(0, later.get());
        return ordered;
    }

    /** A value is changed by few words; an explanation stands where most of it is said. */
    private static double behind(Understanding question) {
        return question.kind() == Plan.Kind.CLAUSE ? BEHIND / 2 : BEHIND;
    }

    private static boolean isChangedBy(
            Statement best, Statement one, LocalDate own, Understanding question, Timeline timeline) {
        LocalDate effect = timeline.effectOf(one.contract().id()).orElse(LocalDate.MAX);
        boolean sameSide = best.contract().counterparty() != null
                && best.contract().counterparty().equals(one.contract().counterparty());
        return sameSide
                && best.isRow() == one.isRow()
                && !OF_ITSELF.matcher(one.quote()).find()
                && timeline.changesOthers(one.contract().id())
                && effect.isAfter(own)
                && !effect.isAfter(question.asOf())
                && Validity.of(one.words()).holdsOn(question.asOf())
                && (question.forms().isEmpty()
                        || question.forms().stream().anyMatch(form -> form.standsIn(one.body())));
    }
}
