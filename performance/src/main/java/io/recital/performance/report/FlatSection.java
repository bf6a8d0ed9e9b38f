package io.recital.performance.report;

import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.util.ArrayList;
import java.util.List;

/** A section whose money is a number in one column and its currency in the next, as spreadsheets can add up. */
record FlatSection(List<String> columns, List<List<ReportCell>> rows) {
    static FlatSection of(Section section) {
        List<Boolean> money = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            int column = i;
            boolean isMoney = section.rows().stream().anyMatch(row -> row.get(column) instanceof ReportCell.Sum);
            money.add(isMoney);
            columns.add(section.columns().get(i));
            if (isMoney) {
                columns.add(section.columns().get(i) + " currency");
            }
        }
        return new FlatSection(
                columns, section.rows().stream().map(row -> flat(row, money)).toList());
    }

    private static List<ReportCell> flat(List<ReportCell> row, List<Boolean> money) {
        List<ReportCell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof ReportCell.Sum sum) {
                cells.add(ReportCell.of(sum.value().getAmount()));
                cells.add(ReportCell.of(sum.value().getCurrencyUnit().getCode()));
            } else {
                cells.add(row.get(i));
                if (money.get(i)) {
                    cells.add(ReportCell.EMPTY);
                }
            }
        }
        return cells;
    }
}
