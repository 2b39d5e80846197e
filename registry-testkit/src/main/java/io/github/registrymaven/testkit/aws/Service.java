package io.github.registrymaven.testkit.aws;

/** The services that the cloud speaks as. */
enum Service {
    ECR(""),
    STS("https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM("https://iam.amazonaws.com/doc/2010-05-08/");

    private final String namespace;

    Service(String namespace) {
        this.namespace = namespace;
    }

    /** Of the XML it answers with. */
    String namespace() {
        return namespace;
    }
}
