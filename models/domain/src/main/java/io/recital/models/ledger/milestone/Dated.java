package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.PerformanceFact;
import java.time.LocalDate;

/** A day and the row of facts that says so. */
record Dated(LocalDate day, FactKind kind, String row, String column) implements Comparable<Dated> {
    static Dated of(PerformanceFact fact, LocalDate day, String column) {
        return new Dated(day, fact.kind(), fact.id(), column);
    }

    Derivation.Input input(String what) {
        return Derivation.Input.of(what, day.toString(), new FactCell(kind.label(), row, column));
    }

    /** The row as ledger entries name it. */
    String key() {
        return kind.label() + ":" + row;
    }

    @Override
    public int compareTo(Dated other) {
        return day.compareTo(other.day);
    }
}
