package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.PreflightReport;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class JunitReportTest {
    private static Element written() throws Exception {
        String xml = new JunitReport("registry-maven-plugin")
                .write(PreflightReport.of(7, 1321, List.of(Reports.refused(), Reports.taken())));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    @Test
    void anImageIsASuiteAndACheckIsACase() throws Exception {
        NodeList suites = written().getElementsByTagName("testsuite");

        assertThat(suites.getLength()).isEqualTo(2);
        Element suite = (Element) suites.item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("localhost:5000/team/app:1.0");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    }

    @Test
    void aFailureNamesItsCauseAndTheFix() throws Exception {
        Element failure = (Element) written().getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("type")).isEqualTo("permission-denied");
        assertThat(failure.getAttribute("message")).isEqualTo("localhost:5000/team/app refuses pushes from ci");
        assertThat(failure.getTextContent()).contains("allow --user ci").contains("the token grants ?[31mpull only");
    }

    @Test
    void whatWasNotCheckedIsSkipped() throws Exception {
        Element skipped = (Element) written().getElementsByTagName("skipped").item(0);

        assertThat(skipped.getAttribute("message")).isEqualTo("needs: push-permission");
    }
}
