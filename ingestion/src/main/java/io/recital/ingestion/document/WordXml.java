package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Names and small questions of WordprocessingML trees. */
final class WordXml {
    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private WordXml() {}

    static boolean isWord(@Nullable String namespace) {
        return MAIN.equals(namespace) || STRICT.equals(namespace);
    }

    static @Nullable Element child(@Nullable Element parent, String name) {
        List<Element> all = children(parent, name);
        return all.isEmpty() ? null : all.get(0);
    }

    static List<Element> children(@Nullable Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && isWord(node.getNamespaceURI()) && name.equals(node.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** An attribute of the Word name space; null when it is not there. */
    static @Nullable String attribute(@Nullable Element element, String name) {
        if (element == null) {
            return null;
        }
        String value = element.getAttributeNS(element.getNamespaceURI(), name);
        return value.isEmpty() ? null : value;
    }

    /** The {@code w:val} of a child element; null when it is not there. */
    static @Nullable String childValue(@Nullable Element parent, String name) {
        return attribute(child(parent, name), "val");
    }

    static int number(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static boolean isOff(@Nullable String value) {
        return value != null
                && (value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }
}
