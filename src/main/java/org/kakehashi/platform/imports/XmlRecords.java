package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Reads the records of an XML file one after the other, without fetching or expanding anything from outside it. An element
 * becomes an object of its attributes ({@code @name}), its elements by local name and all its text ({@code #text}), or a
 * text where it has nothing else; elements of one name become a list.
 */
final class XmlRecords {

    static final String TEXT = "#text";

    private static final int DEEPEST = 200;
    private static final XMLInputFactory INPUT = input();
    private static final XMLOutputFactory OUTPUT = output();

    private final ObjectMapper json;
    private final Set<String> names;

    /** @param names of the elements that are records, the outermost counts */
    XmlRecords(ObjectMapper json, Set<String> names) {
        this.json = json;
        this.names = names;
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static XMLOutputFactory output() {
        XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        return factory;
    }

    void read(InputStream input, int after, RowReader.Receiver receiver) throws Unreadable {
        int line = 1;
        try {
            XMLEventReader events = INPUT.createXMLEventReader(input);
            int position = 0;
            while (events.hasNext()) {
                XMLEvent event = events.nextEvent();
                line = event.getLocation().getLineNumber();
                if (event.isStartElement() && isRecord(event.asStartElement())) {
                    record(++position, line, event.asStartElement(), events, position > after, receiver);
                }
            }
            if (position == 0) {
                throw new Unreadable("The XML holds no record: none of " + String.join(", ", new TreeSet<>(names))
                        + " stands in it.");
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("The XML is not well-formed after line "
                    + (e.getLocation() == null ? line : e.getLocation().getLineNumber())
                    + "; the records before are taken.");
        }
    }

    private boolean isRecord(StartElement element) {
        return names.contains(element.getName().getLocalPart());
    }

    private void record(
            int position,
            int line,
            StartElement start,
            XMLEventReader events,
            boolean wanted,
            RowReader.Receiver receiver)
            throws XMLStreamException {
        var record = new Copy();
        record.add(start);
        JsonNode values = element(start, events, record, new StringBuilder());
        if (!wanted) {
            return;
        }
        if (record.isTooLong()) {
            receiver.unreadable(new RejectedRow(
                    position,
                    line,
                    "The record is longer than " + RecordCutter.LONGEST + " characters.",
                    "<" + start.getName().getLocalPart() + "/>"));
        } else if (values instanceof ObjectNode object) {
            receiver.row(new Row(position, line, object, record.text()));
        } else {
            receiver.unreadable(new RejectedRow(position, line, "The record is empty.", record.text()));
        }
    }

    private JsonNode element(StartElement start, XMLEventReader events, Copy record, StringBuilder around)
            throws XMLStreamException {
        ObjectNode values = json.createObjectNode();
        for (Iterator<Attribute> attributes = start.getAttributes(); attributes.hasNext(); ) {
            Attribute attribute = attributes.next();
            values.put("@" + attribute.getName().getLocalPart(), attribute.getValue());
        }
        var text = new StringBuilder();
        for (XMLEvent event = events.nextEvent(); ; event = events.nextEvent()) {
            record.add(event);
            if (event.isEndElement()) {
                break;
            }
            if (event.isCharacters() && !record.isTooLong()) {
                text.append(event.asCharacters().getData());
            } else if (event.isStartElement()) {
                JsonNode value = element(event.asStartElement(), events, record, text);
                if (!record.isTooLong()) {
                    add(values, event.asStartElement().getName().getLocalPart(), value);
                }
            }
        }
        around.append(text);
        String said = text.toString().strip();
        return values.isEmpty() ? TextNode.valueOf(said) : values.put(TEXT, said);
    }

    private static void add(ObjectNode values, String name, JsonNode value) {
        JsonNode before = values.get(name);
        if (before == null) {
            values.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            values.putArray(name).add(before).add(value);
        }
    }

    /** A record as it stands in the file, with the namespaces that are declared around it. */
    private static final class Copy {

        private final StringWriter text = new StringWriter();
        private final XMLEventWriter writer;
        private int length;
        private int depth;

        Copy() throws XMLStreamException {
            writer = OUTPUT.createXMLEventWriter(text);
        }

        void add(XMLEvent event) throws XMLStreamException {
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            if (depth > DEEPEST) {
                throw new XMLStreamException("Elements within elements without end", event.getLocation());
            }
            length += event.isCharacters() ? event.asCharacters().getData().length() : 1;
            if (!isTooLong()) {
                writer.add(event);
            }
        }

        boolean isTooLong() {
            return length > RecordCutter.LONGEST;
        }

        String text() throws XMLStreamException {
            writer.flush();
            return text.toString();
        }
    }
}
