package io.recital.performance.report;

import io.recital.models.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats in which every report can be had. */
public enum ReportFormat {
    /** Text for a terminal; columns of long texts are left out. */
    TABLE("text/plain;charset=UTF-8"),
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("application/json");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The one of that name, in whatever case. */
    public static Optional<ReportFormat> find(String name) {
        return Stream.of(values())
                .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(Report report) {
        return switch (this) {
            case TABLE -> ReportTable.write(report).getBytes(StandardCharsets.UTF_8);
            case CSV -> ReportCsv.write(report).getBytes(StandardCharsets.UTF_8);
            case XLSX -> ReportWorkbook.write(report);
            case JSON -> ReportJson.write(report).getBytes(StandardCharsets.UTF_8);
        };
    }
}
