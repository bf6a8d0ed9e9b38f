package io.recital.eval.train;

import io.recital.eval.EvalException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training's state after its last whole epoch, in a file: a training that was stopped goes on from there. */
final class Checkpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    private final Path file;
    private final String settings;

    /** @param settings what the state belongs to; a state of other settings is left alone */
    Checkpoint(Path file, String settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Takes in the state, if there is one; returns the number of epochs done. */
    int read(NetworkWeights weights, AdamSteps adam) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(settings)) {
                LOG.info("{} is of another training and will be written anew", file);
                return 0;
            }
            int epochs = in.readInt();
            for (Map.Entry<String, Adam> block : adam.blocks().entrySet()) {
                readInto(in, weights.block(block.getKey()));
                block.getValue().read(in);
            }
            LOG.info("Going on from {}, after {} epochs", file, epochs);
            return epochs;
        } catch (IOException e) {
            throw new EvalException("Cannot read the checkpoint " + file + "; delete it to start anew", e);
        }
    }

    void write(int epochs, NetworkWeights weights, AdamSteps adam) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                out.writeUTF(settings);
                out.writeInt(epochs);
                for (Map.Entry<String, Adam> block : adam.blocks().entrySet()) {
                    writeAll(out, weights.block(block.getKey()));
                    block.getValue().write(out);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EvalException("Cannot write the checkpoint " + file, e);
        }
    }

    static void readInto(DataInputStream in, float[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
    }

    static void writeAll(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}
