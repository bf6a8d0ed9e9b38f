package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Opens XML in a way that neither expands entities nor reads or fetches anything. */
final class SafeXml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private SafeXml() {}

    /** A stream of events; a document type declaration shows as an event, and its entities are never read. */
    static XMLStreamReader stream(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.createXMLStreamReader(bytes);
    }

    /** The whole tree; a document type declaration is refused. */
    static Document tree(InputStream bytes) throws IOException, DocumentRefusal {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(bytes);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser knows these features", e);
        } catch (SAXException e) {
            if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
                throw doctypeRefused();
            }
            throw new IOException("The document's XML is not well-formed", e);
        }
    }

    static DocumentRefusal doctypeRefused() {
        return new DocumentRefusal(
                RefusalCategory.UNSAFE,
                "The document's XML declares a document type, which Word files never do and entity attacks need.");
    }
}
