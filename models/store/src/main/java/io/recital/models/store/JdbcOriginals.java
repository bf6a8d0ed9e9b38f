package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The received bytes, kept once per tenant under their hash, in parts so that no file is ever held whole. */
public final class JdbcOriginals {
    private static final int PART_BYTES = 1 << 20;

    private final JdbcClient jdbc;

    public JdbcOriginals(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps the bytes; the same bytes again are a no-op. Call it in a transaction. */
    public Sha256 store(OriginalContent content) {
        try {
            Sized hashed = hash(content);
            int inserted = jdbc.sql("""
                    insert into original (sha256, size) values (:sha256, :size)
                    on conflict (tenant_id, sha256) do nothing""")
                    .param("sha256", hashed.sha256().hex())
                    .param("size", hashed.size())
                    .update();
            if (inserted > 0) {
                storeParts(content, hashed);
            }
            return hashed.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException("The received file cannot be read; hand it in again", e);
        }
    }

    /** Size in bytes of a kept original. */
    public long size(Sha256 sha256) {
        return jdbc.sql("select size from original where sha256 = :sha256")
                .param("sha256", sha256.hex())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> absent(sha256));
    }

    /** Writes a kept original out. Call it in a transaction. */
    public void copyTo(Sha256 sha256, OutputStream out) {
        long left = size(sha256);
        try {
            for (int part = 0; left > 0; part++) {
                byte[] bytes = part(sha256, part);
                out.write(bytes);
                left -= bytes.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The original cannot be written out", e);
        }
    }

    private byte[] part(Sha256 sha256, int part) {
        return jdbc.sql("select bytes from original_part where sha256 = :sha256 and part = :part")
                .param("sha256", sha256.hex())
                .param("part", part)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> absent(sha256));
    }

    private void storeParts(OriginalContent content, Sized expected) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(PART_BYTES);
            for (int part = 0; bytes.length > 0; part++) {
                digest.update(bytes);
                storePart(expected.sha256(), part, bytes);
                bytes = in.readNBytes(PART_BYTES);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected.sha256().hex())) {
            throw new IOException("The file changed while it was read");
        }
    }

    private void storePart(Sha256 sha256, int part, byte[] bytes) throws DataAccessException {
        jdbc.sql("insert into original_part (sha256, part, bytes) values (:sha256, :part, :bytes)")
                .params(Map.of("sha256", sha256.hex(), "part", part, "bytes", bytes))
                .update();
    }

    private record Sized(Sha256 sha256, long size) {}

    private static Sized hash(OriginalContent content) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Sized(new Sha256(HexFormat.of().formatHex(digest.digest())), size);
    }

    private static StoreException absent(Sha256 sha256) {
        return new StoreException(StoreException.Category.NOT_FOUND, "No original has the hash " + sha256);
    }
}
