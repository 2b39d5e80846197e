package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * JUnit's XML, which every CI server shows: a suite for each image, a case for each check. What could not be found out is
 * skipped there, as a case that fails would say that the push does.
 */
public final class JunitReport {
    private final String tool;

    /** A report by a tool of ours. */
    public JunitReport(String tool) {
        this.tool = tool;
    }

    /** The whole file. */
    public String write(PreflightReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeStartElement("testsuites");
            out.writeAttribute("name", tool);
            out.writeAttribute("time", seconds(report.durationMillis()));
            for (ImageReport image : report.images()) {
                suite(out, image);
            }
            out.writeCharacters("\n");
            out.writeEndElement();
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter out, ImageReport image) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeStartElement("testsuite");
        out.writeAttribute("name", Block.harmless(image.reference()));
        out.writeAttribute("tests", String.valueOf(image.checks().size()));
        out.writeAttribute("failures", count(image, Verdict.FAIL));
        out.writeAttribute("errors", "0");
        out.writeAttribute(
                "skipped",
                String.valueOf(
                        image.checks().stream().filter(JunitReport::isSkipped).count()));
        for (Finding finding : image.checks()) {
            testCase(out, image, finding);
        }
        out.writeCharacters("\n  ");
        out.writeEndElement();
    }

    private static void testCase(XMLStreamWriter out, ImageReport image, Finding finding) throws XMLStreamException {
        out.writeCharacters("\n    ");
        out.writeStartElement("testcase");
        out.writeAttribute("classname", Block.harmless(image.reference()));
        out.writeAttribute("name", finding.id());
        out.writeAttribute("time", seconds(finding.durationMillis()));
        if (finding.verdict() == Verdict.FAIL) {
            Cause cause = finding.cause();
            said(out, "failure", cause == null ? "fail" : cause.id(), image, finding);
        } else if (isSkipped(finding)) {
            said(out, "skipped", null, image, finding);
        } else if (finding.verdict() == Verdict.WARN) {
            out.writeStartElement("system-out");
            out.writeCharacters(details(image, finding));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void said(
            XMLStreamWriter out, String element, @Nullable String type, ImageReport image, Finding finding)
            throws XMLStreamException {
        out.writeStartElement(element);
        out.writeAttribute("message", Block.harmless(finding.summary()));
        if (type != null) {
            out.writeAttribute("type", type);
        }
        out.writeCharacters(details(image, finding));
        out.writeEndElement();
    }

    private static String details(ImageReport image, Finding finding) {
        return new Block()
                .headline(finding.summary())
                .section("seen", finding.evidence())
                .identity(image.identity())
                .remedies(finding.remedies())
                .text();
    }

    private static boolean isSkipped(Finding finding) {
        return finding.verdict() == Verdict.SKIPPED || finding.verdict() == Verdict.UNKNOWN;
    }

    private static String count(ImageReport image, Verdict verdict) {
        return String.valueOf(image.checks().stream()
                .filter(check -> check.verdict() == verdict)
                .count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
