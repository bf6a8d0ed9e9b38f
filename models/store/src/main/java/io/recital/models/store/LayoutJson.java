package io.recital.models.store;

import io.recital.models.clause.Block;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.PageMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The layout of a document (blocks, tables, pages) as gzipped JSON. */
public final class LayoutJson {
    private static final JsonMapper MAPPER =
            FindingJson.configure(JsonMapper.builder()).build();

    /** What is known of a document besides its text. */
    public record Layout(List<Block> blocks, PageMap pages) {
        public Layout {
            blocks = List.copyOf(blocks);
        }
    }

    private LayoutJson() {}

    static byte[] write(ParsedDocument parsed) {
        return write(new Layout(parsed.blocks(), parsed.pages()));
    }

    static byte[] write(Layout layout) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(MAPPER.writeValueAsBytes(layout));
        } catch (IOException e) {
            throw new UncheckedIOException("A layout cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    static Layout read(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return MAPPER.readValue(in.readAllBytes(), Layout.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored layout cannot be unpacked", e);
        }
    }
}
