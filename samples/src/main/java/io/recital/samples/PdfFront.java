package io.recital.samples;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Draws the cover and the contents page. Lengths are points. */
final class PdfFront {
    private static final double NAME = 24;
    private static final double PARTY = 13;

    private final PdfPages pages;
    private final PdfStyle style;
    private final PdfText text;

    PdfFront(PdfPages pages) {
        this.pages = pages;
        this.style = pages.style();
        this.text = pages.text();
    }

    /** Numbers and dates stand above the title, the parties below it. */
    void cover(Block.Cover cover) throws IOException {
        pages.newPage();
        pages.leaveBare();
        if (style.ornate()) {
            pages.frame();
        }
        pages.down(40);
        lines(cover.lines().subList(0, cover.title()));
        pages.goTo(0.28);
        name(cover.lines().get(cover.title()));
        pages.down(46);
        lines(cover.lines().subList(cover.title() + 1, cover.lines().size()));
        pages.newPage();
    }

    private void name(String title) throws IOException {
        boolean ruled = !style.ornate();
        if (ruled) {
            pages.rule(0, 0, pages.width(), 0);
        }
        pages.down(22);
        centred("**" + title.replace("**", "") + "**", NAME);
        pages.down(14);
        if (ruled) {
            pages.rule(0, 0, pages.width(), 0);
        }
    }

    private void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            centred(line, PARTY);
            pages.down(10);
        }
    }

    private void centred(String marked, double size) throws IOException {
        for (PdfText.Line line : text.wrap(marked, size, pages.width() - 40)) {
            pages.centred(line, size, size);
            pages.down(size * 1.35);
        }
    }

    /**
     * Lists the headings with the pages they stand on.
     *
     * @param numbers the page of a heading by its place among the blocks; empty while the pages are being counted
     */
    void contents(List<ContentsEntry> entries, Map<Integer, Integer> numbers) throws IOException {
        pages.newPage();
        boolean us = style.drafter() == SourceDocument.Drafter.US;
        PdfText.Line name = text.line(us ? "**TABLE OF CONTENTS**" : "**Contents**");
        if (us) {
            pages.centred(name, 13, 13);
        } else {
            pages.line(name, 0, 15, 15, 0);
        }
        pages.down(38);
        for (ContentsEntry entry : entries) {
            if (!pages.fits(style.leading() * 2)) {
                pages.newPage();
            }
            entry(entry, column(entries), "" + numbers.getOrDefault(entry.block(), 0));
        }
        pages.newPage();
    }

    /** The column of the numbers. */
    private double column(List<ContentsEntry> entries) throws IOException {
        double widest = style.step() - 10;
        for (ContentsEntry entry : entries) {
            widest = Math.max(widest, text.width(entry.number(), style.size()));
        }
        return widest + 10;
    }

    private void entry(ContentsEntry entry, double column, String page) throws IOException {
        double size = style.size();
        double indent = entry.number().isEmpty() ? 0 : column;
        double edge = pages.width() - 26;
        pages.line(text.line(entry.number()), 0, size, size, 0);
        PdfText.Line last = text.line("");
        for (PdfText.Line line : text.wrap(entry.text(), size, edge - indent - 20)) {
            if (!last.pieces().isEmpty()) {
                pages.down(style.leading());
            }
            pages.line(line, indent, size, size, 0);
            last = line;
        }
        int dots = (int) Math.floor((edge - indent - last.width(size) - 6) / text.width(".", size));
        PdfText.Line leader = text.line(".".repeat(Math.max(dots, 1)));
        pages.line(leader, edge - leader.width(size), size, size, 0);
        PdfText.Line right = text.line(page);
        pages.line(right, pages.width() - right.width(size), size, size, 0);
        pages.down(style.leading() + 4);
    }
}
