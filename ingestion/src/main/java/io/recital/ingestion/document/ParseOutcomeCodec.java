package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a parse outcome from the parser process to its parent, field by field. */
final class ParseOutcomeCodec {
    private static final int PARSED = 1;
    private static final int NEEDS_OCR = 2;
    private static final int REFUSED = 3;
    private static final int MOST = 256 * 1024 * 1024;

    /** Writes one element. */
    private interface Writing<T> {
        void write(T element) throws IOException;
    }

    /** Reads one element. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private ParseOutcomeCodec() {}

    static void write(ParseOutcome outcome, DataOutputStream out) throws IOException {
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            out.writeByte(PARSED);
            writeDocument(parsed.document(), out);
        } else if (outcome instanceof ParseOutcome.NeedsOcr needs) {
            out.writeByte(NEEDS_OCR);
            writeText(needs.reason(), out);
            writeText(needs.mediaType(), out);
            out.writeInt(needs.pageCount());
        } else if (outcome instanceof ParseOutcome.Refused refused) {
            out.writeByte(REFUSED);
            writeText(refused.category().name(), out);
            writeText(refused.reason(), out);
        }
        out.flush();
    }

    static ParseOutcome read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case PARSED -> new ParseOutcome.Parsed(readDocument(in));
            case NEEDS_OCR -> new ParseOutcome.NeedsOcr(readText(in), readText(in), in.readInt());
            case REFUSED -> new ParseOutcome.Refused(RefusalCategory.valueOf(readText(in)), readText(in));
            default -> throw new IOException("Not an answer of a parser process");
        };
    }

    private static void writeDocument(ParsedDocument document, DataOutputStream out) throws IOException {
        writeText(document.text().value(), out);
        writeList(document.blocks(), out, block -> writeBlock(block, out));
        writeList(document.pages().pageStarts(), out, out::writeInt);
        writeList(document.pages().lines(), out, line -> writeLine(line, out));
        writeText(document.mediaType(), out);
        writeNullable(document.title(), out);
        out.writeBoolean(document.fromOcr());
        writeList(document.warnings(), out, warning -> writeText(warning, out));
    }

    private static ParsedDocument readDocument(DataInputStream in) throws IOException {
        StoredText text = StoredText.of(readText(in));
        List<Block> blocks = readList(in, () -> readBlock(in));
        PageMap pages = new PageMap(readList(in, in::readInt), readList(in, () -> readLine(in)));
        return new ParsedDocument(
                text,
                blocks,
                pages,
                readText(in),
                readNullable(in),
                in.readBoolean(),
                readList(in, () -> readText(in)));
    }

    private static void writeBlock(Block block, DataOutputStream out) throws IOException {
        writeText(block.kind().name(), out);
        writeSpan(block.span(), out);
        out.writeInt(block.level());
        writeNullable(block.label(), out);
        TableRow row = block.row();
        out.writeBoolean(row != null);
        if (row != null) {
            out.writeInt(row.table());
            out.writeInt(row.row());
            out.writeBoolean(row.header());
            writeList(row.cells(), out, cell -> writeCell(cell, out));
        }
    }

    private static Block readBlock(DataInputStream in) throws IOException {
        BlockKind kind = BlockKind.valueOf(readText(in));
        Span span = readSpan(in);
        int level = in.readInt();
        String label = readNullable(in);
        TableRow row = in.readBoolean()
                ? new TableRow(in.readInt(), in.readInt(), in.readBoolean(), readList(in, () -> readCell(in)))
                : null;
        return new Block(kind, span, level, label, row);
    }

    private static void writeCell(TableCell cell, DataOutputStream out) throws IOException {
        out.writeInt(cell.column());
        writeSpan(cell.span(), out);
        writeText(cell.text(), out);
        writeList(cell.headers(), out, header -> writeText(header, out));
        writeList(cell.headerSpans(), out, span -> writeSpan(span, out));
    }

    private static TableCell readCell(DataInputStream in) throws IOException {
        return new TableCell(
                in.readInt(),
                readSpan(in),
                readText(in),
                readList(in, () -> readText(in)),
                readList(in, () -> readSpan(in)));
    }

    private static void writeLine(PageMap.LineBox line, DataOutputStream out) throws IOException {
        writeSpan(line.span(), out);
        out.writeInt(line.page());
        out.writeFloat(line.x());
        out.writeFloat(line.y());
        out.writeFloat(line.width());
        out.writeFloat(line.height());
    }

    private static PageMap.LineBox readLine(DataInputStream in) throws IOException {
        return new PageMap.LineBox(
                readSpan(in), in.readInt(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
    }

    private static void writeSpan(Span span, DataOutputStream out) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Span readSpan(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void writeNullable(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            writeText(text, out);
        }
    }

    private static @Nullable String readNullable(DataInputStream in) throws IOException {
        return in.readBoolean() ? readText(in) : null;
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[count(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T> void writeList(List<T> list, DataOutputStream out, Writing<T> writing) throws IOException {
        out.writeInt(list.size());
        for (T element : list) {
            writing.write(element);
        }
    }

    private static <T> List<T> readList(DataInputStream in, Reading<T> reading) throws IOException {
        int count = count(in);
        List<T> list = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            list.add(reading.read());
        }
        return list;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("Not an answer of a parser process");
        }
        return count;
    }
}
