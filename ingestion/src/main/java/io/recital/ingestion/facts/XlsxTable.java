package io.recital.ingestion.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.EmptyFileException;
import org.apache.poi.openxml4j.exceptions.InvalidOperationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** A workbook, read by events: its rows are never in memory together. */
final class XlsxTable implements TableFile {
    private final Path file;

    XlsxTable(Path file) {
        this.file = file;
    }

    @Override
    public void forEachRow(Consumer<TableRow> reader) throws IOException, UnreadableFacts {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(parts);
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(parts, false);
            XlsxDates dates = XlsxDates.of(workbook);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream xml = sheets.next()) {
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XlsxRows(sheets.getSheetName(), texts, dates, reader));
                    parser.parse(new InputSource(xml));
                }
            }
        } catch (OpenXML4JException
                | InvalidOperationException
                | EmptyFileException
                | SAXException
                | ParserConfigurationException e) {
            throw new UnreadableFacts("The workbook is broken or protected. Save it again as XLSX or CSV.");
        }
    }
}
