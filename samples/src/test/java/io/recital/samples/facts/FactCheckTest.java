package io.recital.samples.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.samples.Complaints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactCheckTest {
    private static final String VENDOR = "M-V-1,4711,MILL LTD,,,GB,,GBP";
    private static final String LINE =
            "M-INV-1-1,INV-1,1,received,4711,MILL LTD,2026-05-01,2026-05-02,2026-06-01,2026-05-30,"
                    + "25.20,T/1,,Flour,F1,3,bag,7.00,21.00,20,4.20,GBP,2026-05-01,2026-05-31";

    @TempDir
    private Path folder;

    private final Complaints complaints = new Complaints();

    @BeforeEach
    void writeVendor() throws IOException {
        write(FactFile.VENDORS, VENDOR);
    }

    @Test
    void holdsWhereEverythingIsRight() throws IOException {
        write(FactFile.INVOICES, LINE);
        assertThat(check(Set.of())).isEmpty();
    }

    @Test
    void refusesANetThatIsNotQuantityTimesPriceUnlessItIsPlanted() throws IOException {
        write(FactFile.INVOICES, LINE.replace("7.00,21.00,20,4.20", "7.00,22.00,20,4.40"));
        assertThat(check(Set.of())).singleElement().asString().contains("M-INV-1-1: net is 22.00", "21.00");
        assertThat(check(Set.of("M-INV-1-1"))).hasSize(1);
    }

    @Test
    void roundsHalfACentUp() throws IOException {
        write(FactFile.INVOICES, LINE.replace("3,bag,7.00,21.00,20,4.20", "1,bag,7.005,7.01,20,1.40"));
        assertThat(check(Set.of())).isEmpty();
    }

    @Test
    void refusesATaxThatIsNotTheRateOfTheNet() throws IOException {
        write(FactFile.INVOICES, LINE.replace("21.00,20,4.20", "21.00,20,4.10"));
        assertThat(check(Set.of())).singleElement().asString().contains("tax is 4.10");
    }

    @Test
    void refusesAnUnknownVendorAndAnUnknownContract() throws IOException {
        write(FactFile.INVOICES, LINE.replace("4711", "4712").replace("T/1", "T/2"));
        assertThat(check(Set.of()))
                .anyMatch(complaint -> complaint.contains("vendor_id 4712 is not in vendors.csv"))
                .anyMatch(complaint -> complaint.contains("reference of its contract, T/2"));
    }

    @Test
    void refusesAnIdThatIsTakenOrHasTheWrongPrefix() throws IOException {
        write(FactFile.INVOICES, LINE, LINE, LINE.replace("M-INV-1-1", "X-INV-1-1"));
        assertThat(check(Set.of()))
                .anyMatch(complaint -> complaint.contains("this id is taken"))
                .anyMatch(complaint -> complaint.contains("should start with M-"));
    }

    @Test
    void refusesCellsThatAreNoDatesNumbersOrKnownWords() throws IOException {
        write(
                FactFile.INVOICES,
                LINE.replace("2026-05-02", "02/05/2026")
                        .replace("7.00", "7,00x")
                        .replace("received", "got"));
        assertThat(check(Set.of())).hasSize(1);
        write(FactFile.CLAIMS, "M-C-1,4711,MILL LTD,T/1,x,2026-02-30,2026-05-31,2026-06-01,10.00,gbp,open");
        assertThat(check(Set.of()))
                .anyMatch(complaint -> complaint.contains("period_from is “2026-02-30”"))
                .anyMatch(complaint -> complaint.contains("currency is “gbp”"))
                .anyMatch(complaint -> complaint.contains("status is “open”"));
    }

    @Test
    void refusesOtherColumnsAndOtherFiles() throws IOException {
        Files.writeString(folder.resolve("invoices.csv"), "id,invoice\nM-1,2\n");
        Files.writeString(folder.resolve("orders.csv"), "id\n");
        assertThat(check(Set.of()))
                .anyMatch(complaint -> complaint.startsWith("invoices.csv: its columns are"))
                .anyMatch(complaint -> complaint.startsWith("orders.csv: facts have no such file"));
    }

    private void write(FactFile file, String... lines) throws IOException {
        Files.writeString(
                folder.resolve(file.label() + ".csv"),
                String.join(",", file.columns()) + "\n" + String.join("\n", lines) + "\n");
    }

    private List<String> check(Set<String> named) {
        List<FactRow> rows = new FactReader("mill", complaints).read(folder);
        new FactCheck(rows, named).check(rows, "our ref. T/1", complaints);
        return complaints.list();
    }
}
