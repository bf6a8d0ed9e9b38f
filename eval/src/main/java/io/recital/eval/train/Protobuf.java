package io.recital.eval.train;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One message of an ONNX file in the making. */
final class Protobuf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** Writes to memory, which does not fail. */
    private interface Write {
        void run() throws IOException;
    }

    private Protobuf write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Protobuf number(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    Protobuf text(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    Protobuf message(int field, Protobuf value) {
        return bytes(field, value.toBytes());
    }

    Protobuf bytes(int field, byte[] value) {
        return write(() -> out.writeByteArray(field, value));
    }

    byte[] toBytes() {
        write(out::flush);
        return bytes.toByteArray();
    }
}
