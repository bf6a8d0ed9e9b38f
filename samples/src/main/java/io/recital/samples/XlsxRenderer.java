package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a sample as a workbook: each top heading opens a sheet, and numbers are numbers with their formats. */
final class XlsxRenderer implements Renderer {
    /** A column's width in characters where the table takes the whole page. */
    private static final int PAGE_CHARACTERS = 120;
    /** Characters of running text on one line of the page. */
    private static final int LINE_CHARACTERS = 125;

    private static final float LINE_POINTS = 15.5f;

    @Override
    public byte[] render(SourceDocument source) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties().getCoreProperties();
            properties.setTitle(source.title());
            properties.setCreator("Recital samples");
            properties.setCreated(Optional.of(Date.from(source.madeAt())));
            properties.setModified(Optional.of(Date.from(source.madeAt())));
            XlsxStyles styles = new XlsxStyles(workbook);
            for (int i = 0; i < source.blocks().size(); i++) {
                Block block = source.blocks().get(i);
                if (block instanceof Block.Heading heading && heading.level() == 1) {
                    open(workbook, heading.plain(), source);
                } else if (workbook.getNumberOfSheets() == 0) {
                    throw new SampleException(
                            SampleException.Category.SOURCE,
                            source.name() + ": a workbook starts with a \"## \" heading, which names its first sheet");
                } else {
                    XSSFSheet sheet = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
                    add(block, columns(source.blocks(), i), sheet, styles);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StableZip.repack(bytes.toByteArray());
        }
    }

    private static void open(XSSFWorkbook workbook, String name, SourceDocument source) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.getHeader().setLeft(source.header().get(0));
        sheet.getHeader().setRight(source.header().get(1));
        sheet.getFooter().setLeft(numbered(source.footer().get(0)));
        sheet.getFooter().setRight(numbered(source.footer().get(1)));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static String numbered(String words) {
        return words.replace("{page}", "&P").replace("{pages}", "&N");
    }

    /** How many columns the tables of a block's sheet have. */
    private static int columns(List<Block> blocks, int of) {
        int columns = 1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.level() == 1) {
                if (i > of) {
                    return columns;
                }
                columns = 1;
            } else if (blocks.get(i) instanceof Block.Table table) {
                columns = Math.max(columns, table.header().size());
            }
        }
        return columns;
    }

    private static void add(Block block, int columns, XSSFSheet sheet, XlsxStyles styles) {
        if (block instanceof Block.Table table) {
            table(table, sheet, styles);
        } else if (block instanceof Block.Title || block instanceof Block.Heading) {
            XSSFRow row = nextRow(sheet);
            row.setHeightInPoints(LINE_POINTS * 1.5f);
            XSSFCell cell = row.createCell(0);
            cell.setCellValue(block.plain());
            cell.setCellStyle(block instanceof Block.Title ? styles.title() : styles.heading());
        } else {
            note(block.plain(), columns, sheet, styles);
        }
    }

    /** Running text takes the width of the page, however many columns the sheet has. */
    private static void note(String words, int columns, XSSFSheet sheet, XlsxStyles styles) {
        XSSFRow row = nextRow(sheet);
        int lines = (words.length() + LINE_CHARACTERS - 1) / LINE_CHARACTERS;
        row.setHeightInPoints(Math.max(1, lines) * LINE_POINTS);
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(words);
        cell.setCellStyle(styles.text());
        int last = columns - 1;
        if (last > 0) {
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, last));
        } else {
            sheet.setColumnWidth(0, PAGE_CHARACTERS * 256);
        }
    }

    private static void table(Block.Table table, XSSFSheet sheet, XlsxStyles styles) {
        nextRow(sheet);
        XSSFRow header = nextRow(sheet);
        int lines = 1;
        for (int column = 0; column < table.header().size(); column++) {
            String name = Run.plain(table.header().get(column));
            XSSFCell cell = header.createCell(column);
            cell.setCellValue(name);
            cell.setCellStyle(styles.columnName(table.rightAligned().get(column)));
            sheet.setColumnWidth(column, Math.max(sheet.getColumnWidth(column), width(table, column) * 256));
            lines = Math.max(lines, lines(name, width(table, column)));
        }
        header.setHeightInPoints(lines * LINE_POINTS + 8);
        if (sheet.getRepeatingRows() == null) {
            sheet.setRepeatingRows(new CellRangeAddress(header.getRowNum(), header.getRowNum(), -1, -1));
        }
        table.rows().forEach(row -> row(row, table, sheet, styles));
        nextRow(sheet);
    }

    private static void row(List<String> texts, Block.Table table, XSSFSheet sheet, XlsxStyles styles) {
        XSSFRow row = nextRow(sheet);
        int lines = 1;
        for (int column = 0; column < texts.size(); column++) {
            String text = Run.plain(texts.get(column));
            styles.fill(row.createCell(column), text, table.rightAligned().get(column));
            lines = Math.max(lines, lines(text, width(table, column)));
        }
        row.setHeightInPoints(lines * (LINE_POINTS - 1) + 5);
    }

    private static int width(Block.Table table, int column) {
        return (int) Math.round(table.share(column) * PAGE_CHARACTERS);
    }

    private static int lines(String text, int width) {
        return (int) Math.ceil(text.length() / Math.max(1, width * 1.05 - 2));
    }

    private static XSSFRow nextRow(XSSFSheet sheet) {
        return sheet.createRow(sheet.getPhysicalNumberOfRows());
    }
}
