package io.recital.samples;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Small documents that tests have rendered. */
final class Rendered {
    private Rendered() {}

    static SourceDocument source(String format, String properties, String blocks) {
        String all =
                "---\ntitle: T\nformat: " + format + "\nheader: Left | Right\nfooter: Secret | Page {page} of {pages}\n"
                        + "date: 2026-01-14\n" + (properties.contains("drafter") ? "" : "drafter: UK\n") + properties
                        + "\n---\n\n" + blocks + "\n";
        return new SourceParser("test").parse(all);
    }

    static byte[] bytes(String format, String properties, String blocks) {
        try {
            return BuildSamples.render(source(format, properties, blocks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many numbered clauses of some lines each, under one heading per ten. */
    static String clauses(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                text.append("## ")
                        .append(i / 10 + 1)
                        .append(". Part ")
                        .append(i / 10 + 1)
                        .append("\n\n");
            }
            text.append(i / 10 + 1).append('.').append(i % 10 + 1).append(' ');
            text.append("The Supplier shall keep the goods dry and apart from other goods. "
                    .repeat(4)
                    .strip());
            text.append("\n\n");
        }
        return text.toString();
    }
}
