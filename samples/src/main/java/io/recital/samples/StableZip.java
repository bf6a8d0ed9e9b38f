package io.recital.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs an Office file again with sorted, undated and uncompressed entries, so that the same content is the same bytes
 * on every JDK: what a deflater writes depends on its version.
 */
public final class StableZip {
    /** Comes first, as readers expect. */
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** A fixed time after 1980, where the format's own clock starts. */
    private static final LocalDateTime UNDATED = LocalDateTime.of(2000, 1, 1, 0, 0);

    private StableZip() {}

    public static byte[] repack(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            byte[] types = entries.remove(CONTENT_TYPES);
            if (types != null) {
                write(CONTENT_TYPES, types, out);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(entry.getKey(), entry.getValue(), out);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(String name, byte[] content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(UNDATED);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
