package io.recital.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingFilesTest {
    private static final byte[] WORDS = "The Buyer shall pay.".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();

    @Test
    void walksAFolderAndNamesWhatIsNoDocument() throws Exception {
        Files.createDirectories(folder.resolve("supplier/.git"));
        TestFiles.text(folder, "b.txt", "b");
        TestFiles.text(folder, ".DS_Store", "x");
        TestFiles.text(folder, "supplier/a.txt", "a");
        TestFiles.text(folder, "supplier/~$a.docx", "lock");
        TestFiles.text(folder, "supplier/.git/config", "x");
        assertThat(expand(folder))
                .containsExactly(
                        "refused .DS_Store UNSUPPORTED_TYPE",
                        "file b.txt",
                        "refused supplier/.git UNSUPPORTED_TYPE",
                        "file supplier/a.txt",
                        "refused supplier/~$a.docx UNSUPPORTED_TYPE");
    }

    @Test
    void saysThatAPathDoesNotExist() {
        assertThat(expand(folder.resolve("nothing.pdf"))).containsExactly("refused nothing.pdf UNREADABLE");
    }

    @Test
    void unpacksAZipAndDeletesWhatItUnpacked() throws Exception {
        Map<String, byte[]> inner = Map.of("deep.txt", WORDS);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("folder/one.txt", WORDS);
        entries.put("inner.zip", TestFiles.zip(inner));
        entries.put("__MACOSX/._one.txt", WORDS);
        assertThat(expand(TestFiles.zip(folder, "all.zip", entries)))
                .containsExactly(
                        "file all.zip>folder/one.txt",
                        "file all.zip/inner.zip>deep.txt",
                        "refused all.zip>__MACOSX/._one.txt UNSUPPORTED_TYPE");
        assertThat(unpacked).hasSize(2).noneMatch(Files::exists);
    }

    @Test
    void refusesNamesThatPointOutsideAndGoesOnWithTheRest() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../evil.txt", WORDS);
        entries.put("/etc/evil.txt", WORDS);
        entries.put("C:\\evil.txt", WORDS);
        entries.put("a/../../evil.txt", WORDS);
        entries.put("good.txt", WORDS);
        assertThat(expand(TestFiles.zip(folder, "slip.zip", entries)))
                .containsExactly(
                        "refused slip.zip>../evil.txt UNSAFE",
                        "refused slip.zip>/etc/evil.txt UNSAFE",
                        "refused slip.zip>C:/evil.txt UNSAFE",
                        "refused slip.zip>a/../../evil.txt UNSAFE",
                        "file slip.zip>good.txt");
        assertThat(folder.resolve("../evil.txt")).doesNotExist();
    }

    @Test
    void stopsAZipBombWhileUnpacking() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("small.txt", WORDS);
        entries.put("bomb.txt", new byte[100_000_000]);
        entries.put("never.txt", WORDS);
        assertThat(expand(TestFiles.zip(folder, "bomb.zip", entries)))
                .containsExactly("file bomb.zip>small.txt", "refused bomb.zip TOO_LARGE");
    }

    @Test
    void stopsAtTheNumberOfEntriesTheirSizeAndTheirDepth() throws Exception {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            many.put("file" + i + ".txt", WORDS);
        }
        Path zip = TestFiles.zip(folder, "many.zip", many);
        assertThat(expand(new ExpansionLimits(1000, 100_000, 4, 1000, 3), zip))
                .hasSize(5)
                .endsWith("refused many.zip TOO_LARGE");

        Path large = TestFiles.zip(
                folder, "large.zip", Map.of("large.txt", "words ".repeat(1000).getBytes(UTF_8)));
        assertThat(expand(new ExpansionLimits(5000, 100_000, 10, 1000, 3), large))
                .containsExactly("refused large.zip>large.txt TOO_LARGE");

        byte[] nested = TestFiles.zip(Map.of("core.txt", WORDS));
        for (int i = 0; i < 3; i++) {
            nested = TestFiles.zip(Map.of("level" + i + ".zip", nested));
        }
        assertThat(expand(Files.write(folder.resolve("deep.zip"), nested)))
                .containsExactly("refused deep.zip/level2.zip/level1.zip>level0.zip TOO_LARGE");
    }

    @Test
    void refusesAFileAboveTheLimit() throws Exception {
        Path file = TestFiles.text(folder, "long.txt", "word ".repeat(100));
        assertThat(expand(new ExpansionLimits(100, 1000, 10, 100, 3), file))
                .containsExactly("refused long.txt TOO_LARGE");
    }

    @Test
    void saysThatAZipIsDamaged() throws Exception {
        byte[] zip = TestFiles.zip(Map.of("a.txt", WORDS));
        Path file = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(zip, zip.length - 30));
        assertThat(expand(file)).containsExactly("refused cut.zip DAMAGED");
    }

    @Test
    void takesOfficeDocumentsForDocumentsAndNotForArchives() throws Exception {
        Path file = TestFiles.zip(folder, "order.docx", Map.of("[Content_Types].xml", WORDS));
        assertThat(expand(file)).containsExactly("file order.docx");
    }

    @Test
    void handsOverAMailAndEachOfItsAttachments() throws Exception {
        String mail = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Order\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nPlease see attached.\r\n"
                + "--x\r\nContent-Type: application/octet-stream; name=\"terms.txt\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"../terms.txt\"\r\n\r\n"
                + Base64.getEncoder().encodeToString(WORDS)
                + "\r\n--x\r\nContent-Type: image/png; name=logo.png\r\nContent-Disposition: inline\r\n\r\nxx\r\n--x--\r\n";
        assertThat(expand(TestFiles.text(folder, "order.eml", mail)))
                .containsExactly("file order.eml", "file order.eml>terms.txt");
        assertThat(unpacked).last().satisfies(path -> assertThat(path).doesNotExist());
    }

    @Test
    void handsOverWhatIsInAZipThatIsAttachedToAMail() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("schedules/sla.txt", WORDS);
        entries.put(".hidden", WORDS);
        String mail = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Order\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nPlease see attached.\r\n"
                + attachment("terms.txt", WORDS)
                + attachment("schedules.zip", TestFiles.zip(entries))
                + "--x--\r\n";
        assertThat(expand(TestFiles.text(folder, "order.eml", mail)))
                .containsExactly(
                        "file order.eml",
                        "file order.eml>terms.txt",
                        "file order.eml/schedules.zip>schedules/sla.txt",
                        "refused order.eml/schedules.zip>.hidden UNSUPPORTED_TYPE");
        assertThat(unpacked).hasSize(2).noneMatch(Files::exists);
    }

    private static String attachment(String name, byte[] content) {
        return "--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + Base64.getEncoder().encodeToString(content) + "\r\n";
    }

    private List<String> expand(Path path) {
        return expand(ExpansionLimits.STANDARD, path);
    }

    private List<String> expand(ExpansionLimits limits, Path path) {
        seen.clear();
        new IncomingFiles(limits).expand(List.of(path), this::note);
        return seen;
    }

    private void note(Incoming incoming) {
        String name = incoming.container() == null ? incoming.name() : incoming.container() + ">" + incoming.name();
        if (incoming instanceof Incoming.File file) {
            try {
                assertThat(Files.size(file.path())).isPositive();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            seen.add("file " + name);
            if (file.container() != null) {
                unpacked.add(file.path());
            }
        } else if (incoming instanceof Incoming.Refused refused) {
            seen.add("refused " + name + " " + refused.category());
        }
    }
}
