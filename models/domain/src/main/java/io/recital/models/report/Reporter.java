package io.recital.models.report;

/** Makes one of the reports. It is pure: the same question gives the same report. */
public interface Reporter {
    /** By which it is asked for, in lower case with hyphens, such as {@code service-levels}. */
    String name();

    Report report(ReportQuestion question);
}
