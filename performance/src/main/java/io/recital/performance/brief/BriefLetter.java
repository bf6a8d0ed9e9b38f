package io.recital.performance.brief;

import io.recital.models.evidence.Citation;
import io.recital.models.governance.brief.BriefLine;
import io.recital.models.governance.brief.RenewalBrief;
import io.recital.performance.claim.LetterDocument;
import io.recital.performance.claim.LetterLine;
import io.recital.performance.claim.LetterLine.Style;
import java.util.ArrayList;
import java.util.List;

/** Sets a renewal brief, every line followed by what it rests on. */
public final class BriefLetter {
    private static final int MOST_RECORDS = 15;

    private final List<LetterLine> lines = new ArrayList<>();

    public BriefLetter(RenewalBrief brief) {
        add(Style.HEADING, "Renewal brief: " + brief.counterparty());
        add(Style.TEXT, "As of " + brief.asOf() + ". Internal: not for the counterparty.");
        for (RenewalBrief.Section section : brief.sections()) {
            add(Style.HEADING, section.title());
            section.lines().forEach(this::line);
        }
    }

    private void line(BriefLine line) {
        add(Style.TEXT, line.text());
        line.citations().forEach(citation -> add(Style.QUOTE, place(citation) + ": “" + citation.quote() + "”"));
        if (!line.records().isEmpty()) {
            int more = line.records().size() - MOST_RECORDS;
            add(
                    Style.FIGURES,
                    "Records: "
                            + String.join(
                                    ", ",
                                    line.records().stream().limit(MOST_RECORDS).toList())
                            + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static String place(Citation citation) {
        return citation.file()
                + (citation.path().isEmpty() ? "" : ", " + citation.path())
                + (citation.page() == null ? "" : ", page " + citation.page());
    }

    private void add(Style style, String text) {
        lines.add(new LetterLine(style, text));
    }

    /** As plain text. */
    public String text() {
        return LetterDocument.text(lines);
    }

    /** As a Word document. */
    public byte[] docx() {
        return LetterDocument.write(lines);
    }
}
