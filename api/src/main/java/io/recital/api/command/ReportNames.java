package io.recital.api.command;

import io.recital.models.ledger.catalogue.Reports;
import io.recital.models.report.Reporter;
import java.util.Iterator;

/** The names of the reports, for the help of the command. */
final class ReportNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Reports.all().stream().map(Reporter::name).iterator();
    }
}
