package io.recital.ingestion.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
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
    public void forEachRow(TableVisitor visitor) throws UnreadableFacts {
        try (OPCPackage parts = open()) {
            XSSFReader workbook = new XSSFReader(parts);
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(parts, false);
            XlsxDates dates = XlsxDates.of(workbook);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream xml = sheets.next()) {
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XlsxRows(sheets.getSheetName(), texts, dates, visitor));
                    parser.parse(new InputSource(xml));
                }
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException | POIXMLException | IOException e) {
            throw broken();
        }
    }

    private OPCPackage open() throws UnreadableFacts {
        try {
            return OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | UnsupportedFileFormatException
                | EmptyFileException e) {
            throw broken();
        }
    }

    private static UnreadableFacts broken() {
        return new UnreadableFacts(
                "The workbook is broken, is none, or holds far more than its size says. Save it again as XLSX or CSV.");
    }
}
