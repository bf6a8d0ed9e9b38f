package io.recital.samples.facts;

import io.recital.samples.SampleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the facts of all counterparties as the files that a procurement system would export. */
public final class FactFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final List<FactFile> AS_CSV = List.of(
            FactFile.VENDORS,
            FactFile.MEASUREMENTS,
            FactFile.EVENTS,
            FactFile.CLAIMS,
            FactFile.INDEX_VALUES,
            FactFile.EXCHANGE_RATES);

    private FactFiles() {}

    /** The content of each file by its name. */
    public static Map<String, byte[]> write(FactTable facts) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (FactFile file : AS_CSV) {
            files.put(file.label() + ".csv", csv(file, facts).getBytes(StandardCharsets.UTF_8));
        }
        files.put(
                "invoices.xlsx",
                FactWorkbook.write(
                        Map.of("Invoice lines", FactFile.INVOICES, "Credit notes", FactFile.CREDIT_NOTES),
                        List.of("Invoice lines", "Credit notes"),
                        facts));
        files.put(
                "purchases.xlsx",
                FactWorkbook.write(Map.of("Purchases", FactFile.PURCHASES), List.of("Purchases"), facts));
        return files;
    }

    private static String csv(FactFile file, FactTable facts) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(file.columns());
            for (FactRow row : facts.list(file)) {
                printer.printRecord(file.columns().stream().map(row::cell).toList());
            }
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot write " + file.label() + ".csv", e);
        }
        return text.toString();
    }
}
