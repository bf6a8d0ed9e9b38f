package io.recital.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One sample as it is written: properties and blocks, from which a renderer makes a file.
 *
 * @param name the file's name without extension
 * @param properties the lines between the two {@code ---} at the top
 */
public record SourceDocument(String name, Map<String, String> properties, List<Block> blocks) {
    /** What the file becomes. */
    public enum Format {
        PDF,
        DOCX,
        XLSX,
        HTML,
        EML
    }

    /** Whose habits the signature block and the paper follow. */
    public enum Drafter {
        UK,
        US,
        /** The Continent. */
        EU
    }

    public SourceDocument {
        properties = Map.copyOf(properties);
        blocks = List.copyOf(blocks);
    }

    /** Reads a source file. */
    public static SourceDocument read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.md$", "");
            return new SourceParser(name).parse(Files.readString(file));
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read the source " + file, e);
        }
    }

    public String title() {
        return property("title");
    }

    /** The other side, as the document names it. */
    public String counterparty() {
        return property("counterparty");
    }

    /** The tenant's side in it, a name of the domain's {@code TenantRole}. */
    public String role() {
        return property("role");
    }

    /** The counterparty's short name; documents of one family stand under the same master agreement. */
    public String family() {
        return name.replaceFirst("-.*", "");
    }

    public Format format() {
        return Format.valueOf(property("format").toUpperCase(Locale.ROOT));
    }

    public Drafter drafter() {
        return Drafter.valueOf(property("drafter").toUpperCase(Locale.ROOT));
    }

    /** Whether the numbers are fields of the file format, and so not part of its text. */
    public boolean isNumberedAutomatically() {
        return properties.getOrDefault("numbering", "text").equals("automatic");
    }

    /** Whether it is set in a face with serifs. */
    public boolean isSerif() {
        return !properties.getOrDefault("font", "serif").equals("sans");
    }

    /** Whether its headings are centred and its emphasis underlined, as in older American drafting. */
    public boolean isOrnate() {
        return properties.getOrDefault("ornate", "false").equals("true");
    }

    /** The two ends of the page header. */
    public List<String> header() {
        return ends("header");
    }

    /** The two ends of the page footer, with <code>{page}</code> and <code>{pages}</code> for the numbers. */
    public List<String> footer() {
        return ends("footer");
    }

    /** The fixed instant that the file carries as its date of making; at nine unless it says a {@code time}. */
    public Instant madeAt() {
        LocalTime time = LocalTime.parse(properties.getOrDefault("time", "09:00"));
        return LocalDate.parse(property("date")).atTime(time).toInstant(ZoneOffset.UTC);
    }

    public String fileName() {
        return name + "." + format().name().toLowerCase(Locale.ROOT);
    }

    /** A property that every source has. */
    public String property(String key) {
        String value = properties.get(key);
        if (value == null) {
            throw new SampleException(
                    SampleException.Category.SOURCE, name + ": add the line \"" + key + ": …\" at the top");
        }
        return value;
    }

    private List<String> ends(String key) {
        String[] ends = property(key).split("\\|", 2);
        return List.of(ends[0].strip(), ends.length == 2 ? ends[1].strip() : "");
    }
}
