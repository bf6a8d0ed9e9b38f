package io.recital.ingestion.document;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Tells a file's true type by its content, with its name as a hint. */
final class FileDetection {
    private final TikaConfig tika;

    FileDetection() {
        this.tika = TikaConfig.getDefaultConfig();
    }

    MediaType detect(Path path, String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream stream = TikaInputStream.get(path)) {
            return tika.getDetector().detect(stream, metadata).getBaseType();
        }
    }

    /** The type by content alone. */
    MediaType detectByContent(Path path) throws IOException {
        try (TikaInputStream stream = TikaInputStream.get(path)) {
            return tika.getDetector().detect(stream, new Metadata()).getBaseType();
        }
    }

    boolean isText(MediaType type) {
        MediaTypeRegistry registry = tika.getMediaTypeRegistry();
        return type.equals(MediaType.TEXT_PLAIN) || registry.isSpecializationOf(type, MediaType.TEXT_PLAIN);
    }
}
