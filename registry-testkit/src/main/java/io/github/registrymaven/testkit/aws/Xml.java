package io.github.registrymaven.testkit.aws;

/** Writes the XML of the services that speak it. */
final class Xml {
    static final String REQUEST_ID = "00000000-0000-0000-0000-000000000000";

    private final StringBuilder text = new StringBuilder();

    Xml text(String name, String value) {
        return open(name).escaped(value).close(name);
    }

    Xml open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    Xml raw(String xml) {
        text.append(xml);
        return this;
    }

    private Xml escaped(String value) {
        text.append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A whole answer. */
    static String answer(Service service, String operation, String result) {
        return "<" + operation + "Response xmlns=\"" + service.namespace() + "\"><" + operation + "Result>" + result
                + "</"
                + operation + "Result><ResponseMetadata><RequestId>" + REQUEST_ID + "</RequestId></ResponseMetadata></"
                + operation + "Response>";
    }

    static String error(Service service, String code, String message) {
        return "<ErrorResponse xmlns=\"" + service.namespace() + "\">"
                + new Xml()
                        .open("Error")
                        .text("Type", "Sender")
                        .text("Code", code)
                        .text("Message", message)
                        .close("Error")
                        .text("RequestId", REQUEST_ID)
                + "</ErrorResponse>";
    }
}
