package io.recital.eval.embedding;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Sha256;
import io.recital.models.inference.Encoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors on disk, by text and model, so that a second run encodes nothing.
 *
 * <p>The file is a sequence of records (16 bytes of the text's SHA-256, then the vector as big-endian floats) that is
 * only appended to, by one process at a time; a record cut short by a kill is dropped when the file is opened.
 */
final class EmbeddingCache implements Closeable {
    private static final int RECORD = 16 + Encoder.DIMENSION * Float.BYTES;

    private record Key(long high, long low) {
        static Key of(String text) {
            ByteBuffer hash = ByteBuffer.wrap(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(hash.getLong(), hash.getLong());
        }
    }

    private final Map<Key, float[]> vectors = new HashMap<>();
    private final DataOutputStream out;

    private EmbeddingCache(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            requireAlone(channel, file);
            load(channel, file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    /** Two that append at once would tear each other's records apart. */
    private static void requireAlone(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        }
        throw inUse(file);
    }

    private static EvalException inUse(Path file) {
        return new EvalException(
                "Another measurement keeps its vectors in " + file + "; wait for its end or give another --cache");
    }

    static EmbeddingCache open(Path directory, String modelId) throws IOException {
        Files.createDirectories(directory);
        return new EmbeddingCache(directory.resolve(modelId + ".vectors"));
    }

    private void load(FileChannel channel, Path file) throws IOException {
        long records = channel.size() / RECORD;
        channel.truncate(records * RECORD);
        channel.position(records * RECORD);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            byte[] record = new byte[RECORD];
            for (long i = 0; i < records; i++) {
                in.readFully(record);
                ByteBuffer buffer = ByteBuffer.wrap(record);
                Key key = new Key(buffer.getLong(), buffer.getLong());
                float[] vector = new float[Encoder.DIMENSION];
                buffer.asFloatBuffer().get(vector);
                vectors.put(key, vector);
            }
        }
    }

    Optional<float[]> find(String text) {
        return Optional.ofNullable(vectors.get(Key.of(text)));
    }

    /** Keeps the vectors of the texts, on disk when it returns. */
    void put(List<String> texts, List<float[]> encoded) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            Key key = Key.of(texts.get(i));
            if (vectors.put(key, encoded.get(i)) == null) {
                out.writeLong(key.high());
                out.writeLong(key.low());
                for (float value : encoded.get(i)) {
                    out.writeFloat(value);
                }
            }
        }
        out.flush();
    }

    int size() {
        return vectors.size();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
