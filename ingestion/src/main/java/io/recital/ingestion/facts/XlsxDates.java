package io.recital.ingestion.facts;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Which numbers of a workbook are dates: those whose style is one, counted from 1900 or 1904. */
final class XlsxDates {
    private final @Nullable StylesTable styles;
    private final boolean from1904;

    private XlsxDates(@Nullable StylesTable styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    static XlsxDates of(XSSFReader workbook)
            throws IOException, InvalidFormatException, SAXException, javax.xml.parsers.ParserConfigurationException {
        Epoch epoch = new Epoch();
        try (InputStream xml = workbook.getWorkbookData()) {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(epoch);
            parser.parse(new InputSource(xml));
        }
        return new XlsxDates(workbook.getStylesTable(), epoch.from1904);
    }

    boolean isDate(int style) {
        if (styles == null || style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle cellStyle = styles.getStyleAt(style);
        return DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString());
    }

    /** Null when the number is no day of the calendar that workbooks count. */
    @Nullable
    LocalDateTime at(double number) {
        return DateUtil.isValidExcelDate(number) ? DateUtil.getLocalDateTime(number, from1904) : null;
    }

    private static final class Epoch extends DefaultHandler {
        private boolean from1904;

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            if (localName.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            }
        }
    }
}
