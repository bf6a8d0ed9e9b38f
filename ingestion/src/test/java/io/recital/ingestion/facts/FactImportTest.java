package io.recital.ingestion.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.CreditNote;
import io.recital.models.fact.DayOrder;
import io.recital.models.fact.DecimalMark;
import io.recital.models.fact.Direction;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.KindMapping;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactImportTest {
    private static final String GERMAN_HEADER =
            "Rechnungsnummer;Lieferanten-Nr.;Lieferant;Rechnungsdatum;Fälligkeit;Menge;Einzelpreis;Netto;MwSt-Satz;Währung\n";
    private static final String US_HEADER = "Invoice No.,Customer,Invoice Date,Qty,Unit Price,Net Amount,Currency\n";

    @TempDir
    private Path folder;

    private final List<PerformanceFact> facts = new ArrayList<>();

    private FactReport read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8), FeedMapping.NONE);
    }

    private FactReport read(String name, byte[] content, FeedMapping stated) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return new FactImport(stated, batch -> batch.forEach(sourced -> facts.add(sourced.fact()))).read(List.of(file));
    }

    private InvoiceLine line(int index) {
        return (InvoiceLine) facts.get(index);
    }

    @Test
    void readsAGermanExportByItsHeaderWords() throws IOException {
        FactReport report = read(
                "export.csv",
                (GERMAN_HEADER
                                + "RE-77;70012;Müller Fördertechnik GmbH;03.04.2026;03.05.2026;1.250;2,50;3.125,00;19;EUR\n"
                                + "RE-77;70012;Müller Fördertechnik GmbH;03.04.2026;03.05.2026;-2;0,125;-0,25;19;EUR\n")
                        .getBytes(Charset.forName("windows-1252")),
                FeedMapping.NONE);

        assertThat(report.refused()).isEmpty();
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(3);
            assertThat(warning.text()).startsWith("quantity -2 and net -0.25 are taken as they stand");
        });
        assertThat(line(0).vendor().name()).isEqualTo("Müller Fördertechnik GmbH");
        assertThat(line(0).invoiceDate()).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(line(0).direction()).isEqualTo(Direction.RECEIVED);
        assertThat(line(0).quantity()).isEqualByComparingTo("1250");
        assertThat(line(0).net()).isEqualByComparingTo("3125");
        assertThat(line(0).tax()).isEqualByComparingTo("593.75");
        assertThat(line(1).quantity()).isEqualByComparingTo("-2");
        assertThat(line(1).line()).isEqualTo(2);
        assertThat(line(1).id()).isNotEqualTo(line(0).id());
        KindMapping used = report.sheets().get(0).mapping();
        assertThat(used.columns())
                .containsEntry("invoice", "Rechnungsnummer")
                .containsEntry("vendor_id", "Lieferanten-Nr.");
        assertThat(used.constants()).containsEntry("direction", "received");
        assertThat(used.decimals()).isEqualTo(DecimalMark.COMMA);
    }

    @Test
    void aDayAboveTwelveDecidesTheDatesOfItsColumn() throws IOException {
        FactReport report = read(
                "sales.csv",
                US_HEADER + "A-1,Orlenne,03/04/2026,1,10.00,10.00,USD\n"
                        + "A-2,Orlenne,12/31/2025,2,\"1,234.50\",\"2,469.00\",USD\n");

        assertThat(report.refused()).isEmpty();
        assertThat(line(0).invoiceDate()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(line(0).direction()).isEqualTo(Direction.ISSUED);
        assertThat(line(1).unitPrice()).isEqualByComparingTo("1234.5");
        assertThat(report.mapping().of(FactKind.INVOICE_LINE).dates()).isEqualTo(DayOrder.MONTH_FIRST);
    }

    @Test
    void refusesDatesThatTheColumnDoesNotDecideAndSaysWhatToDo() throws IOException {
        String rows =
                US_HEADER + "A-1,Orlenne,03/04/2026,1,10.00,10.00,USD\n" + "A-2,Orlenne,05/05/2026,1,10.00,10.00,USD\n";

        FactReport report = read("sales.csv", rows);

        assertThat(report.refused()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains("invoice_date is \"03/04/2026\"", "\"dates\": \"day-first\"");
        });
        assertThat(line(0).invoice()).isEqualTo("A-2");

        facts.clear();
        FeedMapping stated = new FeedMapping(
                Map.of(FactKind.INVOICE_LINE, new KindMapping(Map.of(), Map.of(), DayOrder.DAY_FIRST, null)));
        assertThat(read("sales.csv", rows.getBytes(StandardCharsets.UTF_8), stated)
                        .refused())
                .isEmpty();
        assertThat(line(0).invoiceDate()).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void whatWasStatedAndWhatIsWrittenMayNotContradict() throws IOException {
        FeedMapping stated = new FeedMapping(
                Map.of(FactKind.INVOICE_LINE, new KindMapping(Map.of(), Map.of(), DayOrder.DAY_FIRST, null)));

        FactReport report = read(
                "sales.csv",
                (US_HEADER + "A-1,Orlenne,03/04/2026,1,10.00,10.00,USD\n"
                                + "A-2,Orlenne,12/31/2025,1,10.00,10.00,USD\n")
                        .getBytes(StandardCharsets.UTF_8),
                stated);

        assertThat(report.refused()).extracting(RefusedRow::line).containsExactly(2);
        assertThat(line(0).invoice()).isEqualTo("A-2");
    }

    @Test
    void refusesNumbersThatCanBeReadInTwoWays() throws IOException {
        FactReport report = read("sales.csv", US_HEADER + "A-1,Orlenne,2026-04-03,1,\"1,250\",\"1,250\",USD\n");

        assertThat(report.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("\"1,250\"", "\"decimals\": \"point\""));
    }

    @Test
    void refusesBadRowsOneByOneAndKeepsTheRest() throws IOException {
        FactReport report = read("sales.csv", "id," + US_HEADER + """
                1,A-1,Orlenne,2026-04-01,1,10.00,10.00,USD
                2,A-2,Orlenne,2026-04-31,1,10.00,10.00,USD
                3,A-3,Orlenne,2026-04-01,1,10.00,10.00,XYQ
                4,A-4,,2026-04-01,1,10.00,10.00,USD
                1,A-5,Orlenne,2026-04-01,1,10.00,10.00,USD
                1,A-1,Orlenne,2026-04-01,1,10.00,10.00,USD
                7,A-7,"Orlenne,2026-04-01,1,10.00,10.00,USD
                8,A-8,Orlenne,2026-04-01,1,10,00,10,00,USD
                9,A-9,Orlenne,2026-04-01,3,10.00,25.00,USD
                10,A-10,Orlenne,2026-04-01,1,ten,10.00,USD
                """);

        assertThat(facts).extracting(PerformanceFact::id).containsExactly("1", "9");
        assertThat(report.refused()).extracting(RefusedRow::line).containsExactly(3, 4, 5, 6, 7, 8, 9, 11);
        assertThat(report.refused().stream().map(RefusedRow::reason).toList())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("invoice_date", "no date"),
                        reason -> assertThat(reason).contains("XYQ", "no currency"),
                        reason -> assertThat(reason).contains("vendor_id or vendor is empty"),
                        reason -> assertThat(reason).contains("that of line 2", "says otherwise"),
                        reason -> assertThat(reason).contains("same as line 2"),
                        reason -> assertThat(reason).contains("quote"),
                        reason -> assertThat(reason).contains("10 cells under a header of 8"),
                        reason -> assertThat(reason).contains("unit_price is \"ten\""));
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(10);
            assertThat(warning.text()).contains("25.00", "30");
        });
    }

    @Test
    void readsTextsOverSeveralLinesAndCountsLinesAsTheFileDoes() throws IOException {
        FactReport report = read(
                "events.csv",
                "vendor,event,date,note\nArkel,delivery,2026-01-02,\"left at\nthe gate\"\nArkel,delivery,soon,\n");

        assertThat(facts).hasSize(1);
        assertThat(report.refused()).extracting(RefusedRow::line).containsExactly(4);
    }

    @Test
    void saysWhatASheetLacks() throws IOException {
        FactReport report =
                read("sales.csv", "Invoice No.,Customer,Invoice Date,Amount in words\nA-1,Orlenne,2026-01-02,ten\n");

        assertThat(report.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .contains("invoice-line", "net or unit_price", "currency", "Amount in words"));
        assertThat(facts).isEmpty();
    }

    @Test
    void takesWhatIsStatedForColumnsAndConstants() throws IOException {
        FeedMapping stated = new FeedMapping(Map.of(
                FactKind.INVOICE_LINE,
                new KindMapping(
                        Map.of("net", "Our total", "invoice", "Doc"),
                        Map.of("currency", "CHF", "direction", "issued"),
                        null,
                        null)));

        read(
                "x.csv",
                "Doc,Counterparty,Invoice Date,Our total\nA-1,Arkel,2026-01-02,12.50\n"
                        .getBytes(StandardCharsets.UTF_8),
                stated);

        assertThat(line(0).net()).isEqualByComparingTo("12.5");
        assertThat(line(0).quantity()).isEqualByComparingTo("1");
        assertThat(line(0).currency().getCode()).isEqualTo("CHF");
        assertThat(line(0).direction()).isEqualTo(Direction.ISSUED);
    }

    @Test
    void readsMonthsOfAKpiReport() throws IOException {
        read("kpi.csv", "Supplier,KPI,Month,Actual\nArkel,Uptime,2026-02,\"99,94 %\"\nArkel,Uptime,Mrz 2026,100%\n");

        Measurement february = (Measurement) facts.get(0);
        assertThat(february.period().to()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(february.reportedOn()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(february.value()).isEqualByComparingTo("99.94");
        assertThat(((Measurement) facts.get(1)).period().from()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void takesCreditsWrittenAsNegativesAsWhatWasGivenBack() throws IOException {
        read(
                "credits.csv",
                "Credit Note No.,Supplier,Issue Date,Net,Currency\nC-1,Arkel,2026-01-02,-12.50,GBP\nC-2,Arkel,2026-01-03,-7.00,GBP\n");

        assertThat(((CreditNote) facts.get(0)).net()).isEqualByComparingTo("12.50");
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        assertThat(read("empty.csv", "").refused().get(0).reason()).contains("empty");
        assertThat(read("blank.csv", "\n\n").refused().get(0).reason()).contains("no rows");
        assertThat(read("scan.csv", "%PDF-1.7 …").refused().get(0).reason()).contains("neither");
        assertThat(read("broken.xlsx", "PK and no more").refused().get(0).reason())
                .contains("broken");
        assertThat(read("old.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, FeedMapping.NONE)
                        .refused()
                        .get(0)
                        .reason())
                .contains("old format");
        assertThat(read("letter.csv", "Dear Sir,\nplease find, enclosed, our invoices.\n")
                        .refused()
                        .get(0)
                        .reason())
                .contains("No header");
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarMoreThanItsSize() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Orders");
            String blanks = "=" + " ".repeat(30_000);
            for (int i = 0; i < 1000; i++) {
                sheet.createRow(i).createCell(0).setCellValue(blanks + i);
            }
            workbook.write(out);
        }

        FactReport report = new FactImport(FeedMapping.NONE, batch -> {}).read(List.of(file));

        assertThat(report.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("far more than its size"));
    }

    @Test
    void readsSheetsOfAWorkbookWithATitleAboveTheHeader() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            Sheet sheet = workbook.createSheet("Orders");
            sheet.createRow(0).createCell(0).setCellValue("Orders of the year");
            Row header = sheet.createRow(2);
            List<String> names = List.of("PO Number", "Supplier", "Order Date", "Ordered Quantity", "Plant");
            for (int i = 0; i < names.size(); i++) {
                header.createCell(i).setCellValue(names.get(i));
            }
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("45-1");
            row.createCell(1).setCellValue("Arkel");
            row.createCell(2).setCellValue(LocalDate.of(2026, 1, 2));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellFormula("0.1+0.2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("nothing");
            workbook.write(out);
        }

        FactReport report = new FactImport(
                        FeedMapping.NONE, batch -> batch.forEach(sourced -> facts.add(sourced.fact())))
                .read(List.of(file));

        assertThat(facts)
                .singleElement()
                .satisfies(fact -> assertThat(fact)
                        .hasFieldOrPropertyWithValue("orderedOn", LocalDate.of(2026, 1, 2))
                        .hasFieldOrPropertyWithValue("quantityOrdered", new java.math.BigDecimal("0.3")));
        assertThat(report.sheets().get(0).headerLine()).isEqualTo(3);
        assertThat(report.sheets().get(0).ignored()).containsExactly("Plant");
        assertThat(report.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.where()).isEqualTo("book.xlsx, sheet Notes, line 1"));
    }
}
