package io.recital.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.recital.ingestion.document.ParseOutcome.Parsed;
import io.recital.ingestion.document.ParseOutcome.Refused;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is broken or built to harm ends in a stated refusal, and the next document is read as if nothing had happened. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileFilesTest {
    private static final String MAIN =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>";

    @TempDir
    Path folder;

    private final DocumentParser parser =
            new DocumentParser(ParserSettings.standard().withTesseract(null));

    private Path good;

    @BeforeEach
    void writeAGoodDocument() throws IOException {
        good = TestFiles.text(folder, "good.txt", "The Supplier shall deliver within five days.");
    }

    @AfterEach
    void readsTheNextDocument() throws Exception {
        assertThat(parser.parse(good, "good.txt")).isInstanceOf(Parsed.class);
    }

    @AfterAll
    void close() {
        parser.close();
    }

    @Test
    void refusesAFileOfZeroBytes() throws Exception {
        assertRefused(TestFiles.text(folder, "empty.pdf", ""), RefusalCategory.EMPTY, "zero bytes");
    }

    @Test
    void refusesATextFileNamedPdf() throws Exception {
        Path file = TestFiles.text(folder, "notes.pdf", "These are meeting notes and not a contract in PDF.");
        assertRefused(file, RefusalCategory.MISNAMED, "plain text");
    }

    @Test
    void refusesBinaryDataNamedTxt() throws Exception {
        Path file = Files.write(folder.resolve("data.txt"), new byte[] {'T', 'e', 'r', 'm', 0, 1, 2, 'x'});
        assertRefused(file, RefusalCategory.UNSUPPORTED_TYPE, "binary");
    }

    @Test
    void refusesATruncatedPdf() throws Exception {
        byte[] whole = Files.readAllBytes(somePdf("whole.pdf"));
        Path file = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, whole.length * 2 / 3));
        assertRefused(file, RefusalCategory.DAMAGED, "cut off");
    }

    @Test
    void refusesATruncatedDocx() throws Exception {
        byte[] whole = docx(MAIN.formatted("The Buyer pays."));
        Path file = Files.write(folder.resolve("cut.docx"), Arrays.copyOf(whole, whole.length * 2 / 3));
        assertRefused(file, RefusalCategory.DAMAGED, "damaged or incomplete");
    }

    @Test
    void refusesAPasswordProtectedPdf() throws Exception {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = TestFiles.pdf(List.of(List.of("The Buyer pays within 30 days.")))) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(file.toFile());
        }
        assertRefused(file, RefusalCategory.PASSWORD_PROTECTED, "password");
    }

    @Test
    void refusesAPasswordProtectedDocx() throws Exception {
        Path file = folder.resolve("locked.docx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("The Buyer pays within 30 days.");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                document.write(out);
            }
            try (OutputStream out = new FileOutputStream(file.toFile())) {
                container.writeFilesystem(out);
            }
        }
        assertRefused(file, RefusalCategory.PASSWORD_PROTECTED, "password");
    }

    @Test
    void refusesADocxWhoseEntitiesMultiply() throws Exception {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE w:document [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Path file = Files.write(folder.resolve("laughs.docx"), docx(laughs + "]>" + MAIN.formatted("&l11;")));
        assertRefused(file, RefusalCategory.UNSAFE, "document type");
    }

    @Test
    void refusesADocxWithExternalEntitiesAndFetchesNothing() throws Exception {
        Path secret = TestFiles.text(folder, "secret.txt", "must not be read");
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/";
            String doctype = "<!DOCTYPE w:document SYSTEM \"" + address + "x.dtd\" [<!ENTITY file SYSTEM \""
                    + secret.toUri() + "\"><!ENTITY web SYSTEM \"" + address + "\"><!ENTITY % p SYSTEM \"" + address
                    + "p\"> %p;]>";
            Path file = Files.write(folder.resolve("outside.docx"), docx(doctype + MAIN.formatted("&file;&web;")));
            assertRefused(file, RefusalCategory.UNSAFE, "document type");
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesADocxThatIsAZipBomb() throws Exception {
        Path file = folder.resolve("bomb.docx");
        writeDocxOf150Megabytes(file);
        assertRefused(file, RefusalCategory.TOO_LARGE, "zip bomb");
    }

    @Test
    void refusesAFileOf300MegabytesBeforeReadingIt() throws Exception {
        Path file = folder.resolve("huge.pdf");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(300L * 1024 * 1024);
        }
        assertRefused(file, RefusalCategory.TOO_LARGE, "200 MB");
    }

    @Test
    void killsAParserThatIsBusyForEver() throws Exception {
        Path endless = folder.resolve("endless.pdf");
        try (PDDocument document = HostileDocuments.pdfThatDrawsForEver()) {
            document.save(endless.toFile());
        }
        try (DocumentParser impatient =
                new DocumentParser(ParserSettings.standard().withDeadline(Duration.ofSeconds(4)))) {
            impatient.parse(good, "good.txt");
            ProcessHandle child =
                    ProcessHandle.of(impatient.processIds().iterator().next()).orElseThrow();
            assertRefused(
                    impatient.parse(endless, "endless.pdf"), RefusalCategory.TIMED_OUT, "stopped after 4 seconds");
            assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(impatient.parse(good, "good.txt")).isInstanceOf(Parsed.class);
        }
    }

    @Test
    void saysWhenAParserRunsOutOfMemory() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 700_000; i++) {
            rows.append("<p>").append(Integer.toHexString(i * 31)).append("<b>x</b></p>");
        }
        Path file = TestFiles.text(folder, "wide.html", "<html><body>" + rows + "</body></html>");
        try (DocumentParser small = new DocumentParser(ParserSettings.standard().withHeapMegabytes(48))) {
            assertRefused(small.parse(file, "wide.html"), RefusalCategory.OUT_OF_MEMORY, "48 MB");
            assertThat(small.parse(good, "good.txt")).isInstanceOf(Parsed.class);
        }
    }

    @Test
    void saysWhenAParserProcessDies() throws Exception {
        Path endless = folder.resolve("killed.pdf");
        try (PDDocument document = HostileDocuments.pdfThatDrawsForEver()) {
            document.save(endless.toFile());
        }
        try (DocumentParser victim = new DocumentParser(ParserSettings.standard())) {
            victim.parse(good, "good.txt");
            ProcessHandle child =
                    ProcessHandle.of(victim.processIds().iterator().next()).orElseThrow();
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                child.destroyForcibly();
            });
            killer.start();
            assertRefused(victim.parse(endless, "killed.pdf"), RefusalCategory.PARSER_CRASHED, "ended while reading");
            killer.join();
            assertThat(victim.parse(good, "good.txt")).isInstanceOf(Parsed.class);
        }
    }

    @Test
    void endsTheParserProcessWhenItsParentIsGone() throws Exception {
        Path endless = folder.resolve("orphan.pdf");
        try (PDDocument document = HostileDocuments.pdfThatDrawsForEver()) {
            document.save(endless.toFile());
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParserProcess.class.getName(),
                        "-")
                .redirectErrorStream(true)
                .start();
        try (java.io.DataOutputStream requests = new java.io.DataOutputStream(child.getOutputStream())) {
            requests.writeUTF(endless.toString());
            requests.writeUTF("orphan.pdf");
            requests.flush();
            Thread.sleep(1_000);
            assertThat(child.isAlive()).isTrue();
        }
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    private void assertRefused(Path file, RefusalCategory category, String reason) throws InterruptedException {
        assertRefused(parser.parse(file, String.valueOf(file.getFileName())), category, reason);
    }

    private static void assertRefused(ParseOutcome outcome, RefusalCategory category, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.category()).isEqualTo(category);
            assertThat(refused.reason()).contains(reason);
        });
    }

    private Path somePdf(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            lines.add(i + ". The Supplier shall keep records of delivery number " + i + ".");
        }
        return TestFiles.pdf(folder, name, List.of(lines, lines));
    }

    /** Written piece by piece: the whole of it in memory, as text and as bytes, would need most of the heap of the tests. */
    private static void writeDocxOf150Megabytes(Path file) throws IOException {
        String[] around = MAIN.split("%s");
        byte[] million = "A".repeat(1_000_000).getBytes(UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : docxParts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals("word/document.xml")) {
                    zip.write(around[0].getBytes(UTF_8));
                    for (int i = 0; i < 150; i++) {
                        zip.write(million);
                    }
                    zip.write(around[1].getBytes(UTF_8));
                } else {
                    zip.write(part.getValue());
                }
            }
        }
    }

    private static byte[] docx(String main) throws IOException {
        return TestFiles.zip(docxParts(main));
    }

    private static Map<String, byte[]> docxParts(String main) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\""
                                + WordReader.MEDIA_TYPE + ".main+xml\"/></Types>")
                        .getBytes(UTF_8));
        parts.put(
                "_rels/.rels",
                ("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                                + " Target=\"word/document.xml\"/></Relationships>")
                        .getBytes(UTF_8));
        parts.put("word/document.xml", main.getBytes(UTF_8));
        return parts;
    }
}
