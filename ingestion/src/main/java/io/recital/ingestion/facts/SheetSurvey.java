package io.recital.ingestion.facts;

import io.recital.models.fact.DayOrder;
import io.recital.models.fact.DecimalMark;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.KindMapping;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a first reading of a sheet finds out: how the dates and numbers of each of its columns are written. */
final class SheetSurvey {
    private final SheetPlan plan;
    private final int headerLine;
    private final Map<FactField, WayEvidence> columns = new HashMap<>();
    private boolean anyPositive;
    private boolean anyNegative;

    SheetSurvey(SheetPlan plan, int headerLine) {
        this.plan = plan;
        this.headerLine = headerLine;
    }

    SheetPlan plan() {
        return plan;
    }

    int headerLine() {
        return headerLine;
    }

    void add(TableRow row) {
        plan.columns().forEach((field, column) -> {
            Cell cell = row.cell(column);
            if (cell.isEmpty()) {
                return;
            }
            if (field.type() == FieldType.DATE && cell.date() == null) {
                evidence(field).add(DateText.date(cell.text()));
            } else if (field.type() == FieldType.DECIMAL) {
                Readings<BigDecimal> number =
                        cell.number() != null ? Readings.certain(cell.number()) : NumberText.number(cell.text());
                evidence(field).add(number);
                noteSign(field, number);
            }
        });
    }

    private WayEvidence evidence(FactField field) {
        return columns.computeIfAbsent(field, f -> new WayEvidence());
    }

    private void noteSign(FactField field, Readings<BigDecimal> number) {
        BigDecimal value = number.first() == null ? number.second() : number.first();
        if (field.name().equals("net") && value != null) {
            anyPositive |= value.signum() > 0;
            anyNegative |= value.signum() < 0;
        }
    }

    /** Whether it is a list of credit notes that writes what was given back as less than nothing. */
    boolean givesBackInNegatives() {
        return plan.kind() == FactKind.CREDIT_NOTE && anyNegative && !anyPositive;
    }

    /** In which way a column of dates or numbers is written. */
    Way way(FactField field, KindMapping stated) {
        WayEvidence sheet = new WayEvidence();
        columns.forEach((other, evidence) -> {
            if (other.type() == field.type()) {
                sheet.add(evidence);
            }
        });
        return columns.getOrDefault(field, new WayEvidence())
                .decide(sheet, field.type() == FieldType.DATE ? way(stated.dates()) : way(stated.decimals()));
    }

    /** The mapping as it was used: with the way of dates and numbers where all columns agree on one. */
    KindMapping mapping(KindMapping stated) {
        KindMapping used = plan.mapping();
        Way dates = commonWay(FieldType.DATE, stated);
        Way decimals = commonWay(FieldType.DECIMAL, stated);
        return new KindMapping(
                used.columns(),
                used.constants(),
                switch (dates) {
                    case FIRST -> DayOrder.DAY_FIRST;
                    case SECOND -> DayOrder.MONTH_FIRST;
                    case UNDECIDED -> null;
                },
                switch (decimals) {
                    case FIRST -> DecimalMark.POINT;
                    case SECOND -> DecimalMark.COMMA;
                    case UNDECIDED -> null;
                });
    }

    private Way commonWay(FieldType type, KindMapping stated) {
        Way common = Way.UNDECIDED;
        for (FactField field : plan.columns().keySet()) {
            if (field.type() == type) {
                Way way = way(field, stated);
                if (way == Way.UNDECIDED || (common != Way.UNDECIDED && common != way)) {
                    return Way.UNDECIDED;
                }
                common = way;
            }
        }
        return common;
    }

    private static Way way(@Nullable DayOrder order) {
        if (order == null) {
            return Way.UNDECIDED;
        }
        return order == DayOrder.DAY_FIRST ? Way.FIRST : Way.SECOND;
    }

    private static Way way(@Nullable DecimalMark mark) {
        if (mark == null) {
            return Way.UNDECIDED;
        }
        return mark == DecimalMark.POINT ? Way.FIRST : Way.SECOND;
    }
}
