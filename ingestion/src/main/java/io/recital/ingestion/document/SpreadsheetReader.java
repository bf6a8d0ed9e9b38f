package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
import io.recital.models.evidence.PageMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads XLSX and XLS: a heading and tables per visible sheet, numbers as displayed, formulas as last computed. */
final class SpreadsheetReader implements DocumentReader {
    @Override
    public ParseOutcome read(SourceFile source) throws IOException, DocumentRefusal {
        try (Workbook workbook = WorkbookFactory.create(source.path().toFile(), null, true)) {
            TextAssembly assembly = new TextAssembly();
            boolean anyCell = false;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                Sheet sheet = workbook.getSheetAt(i);
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    anyCell |= new SheetReading(sheet, assembly).read();
                } else {
                    assembly.warn("A hidden sheet of the workbook was left out.");
                }
            }
            if (!anyCell) {
                throw new DocumentRefusal(RefusalCategory.EMPTY, "The workbook's visible sheets are empty.");
            }
            return new ParseOutcome.Parsed(
                    assembly.document(source.mediaType(), PageMap.NONE, titleOf(workbook), false));
        } catch (EncryptedDocumentException e) {
            throw WordReader.passwordProtected();
        }
    }

    private static @Nullable String titleOf(Workbook workbook) {
        return workbook instanceof POIXMLDocument document
                ? document.getProperties().getCoreProperties().getTitle()
                : null;
    }

    /** One sheet: its regions between empty rows are tables, lone cells are paragraphs. */
    private static final class SheetReading {
        private final Sheet sheet;
        private final TextAssembly assembly;
        private final List<CellRangeAddress> merged;
        private final DataFormatter formatter = new DataFormatter(Locale.US);
        private final List<List<TableAssembly.Cell>> region = new ArrayList<>();

        SheetReading(Sheet sheet, TextAssembly assembly) {
            this.sheet = sheet;
            this.merged = sheet.getMergedRegions();
            this.assembly = assembly;
            formatter.setUseCachedValuesForFormulaCells(true);
        }

        /** Writes the sheet and says whether it holds anything. */
        boolean read() {
            int before = assembly.blockCount();
            boolean any = false;
            int last = -1;
            for (Row row : sheet) {
                List<TableAssembly.Cell> cells = cells(row);
                if (cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.continues())) {
                    continue;
                }
                if (!any) {
                    assembly.block(BlockKind.HEADING, 1, null, sheet.getSheetName());
                    any = true;
                }
                if (row.getRowNum() > last + 1) {
                    endRegion();
                }
                last = row.getRowNum();
                region.add(cells);
            }
            endRegion();
            return assembly.blockCount() > before;
        }

        private void endRegion() {
            while (!region.isEmpty() && isLone(region.get(0))) {
                List<TableAssembly.Cell> row = region.remove(0);
                row.forEach(cell -> writeLone(cell));
            }
            TableAssembly table = new TableAssembly();
            region.forEach(row -> table.row(row, false));
            table.writeTo(assembly);
            region.clear();
        }

        private static boolean isLone(List<TableAssembly.Cell> row) {
            return row.stream().filter(cell -> !cell.text().isEmpty()).count() <= 1;
        }

        private void writeLone(TableAssembly.Cell cell) {
            boolean heading = cell.emphasised() && cell.text().length() <= 90;
            assembly.block(heading ? BlockKind.HEADING : BlockKind.PARAGRAPH, heading ? 2 : 0, null, cell.text());
        }

        private List<TableAssembly.Cell> cells(Row row) {
            List<TableAssembly.Cell> cells = new ArrayList<>();
            for (Cell cell : row) {
                CellRangeAddress merged = mergedAt(cell);
                boolean first = merged == null
                        || (merged.getFirstRow() == cell.getRowIndex()
                                && merged.getFirstColumn() == cell.getColumnIndex());
                boolean below = merged != null
                        && merged.getFirstRow() < cell.getRowIndex()
                        && merged.getFirstColumn() == cell.getColumnIndex();
                int width = merged == null ? 1 : merged.getLastColumn() - merged.getFirstColumn() + 1;
                if (first || below) {
                    String text = first ? formatter.formatCellValue(cell) : "";
                    cells.add(new TableAssembly.Cell(text, cell.getColumnIndex(), width, below, isBold(cell)));
                }
            }
            while (!cells.isEmpty()
                    && cells.get(cells.size() - 1).text().isEmpty()
                    && !cells.get(cells.size() - 1).continues()) {
                cells.remove(cells.size() - 1);
            }
            return cells;
        }

        private @Nullable CellRangeAddress mergedAt(Cell cell) {
            for (CellRangeAddress range : merged) {
                if (range.isInRange(cell)) {
                    return range;
                }
            }
            return null;
        }

        private boolean isBold(Cell cell) {
            return sheet.getWorkbook()
                    .getFontAt(cell.getCellStyle().getFontIndex())
                    .getBold();
        }
    }
}
