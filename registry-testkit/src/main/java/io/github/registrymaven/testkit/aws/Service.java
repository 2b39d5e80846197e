package io.github.registrymaven.testkit.aws;

/** The services that the cloud speaks as. */
enum Service {
    ECR("ecr", ""),
    ECR_PUBLIC("ecr-public", ""),
    STS("sts", "https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM("iam", "https://iam.amazonaws.com/doc/2010-05-08/");

    private final String id;
    private final String namespace;

    Service(String id, String namespace) {
        this.id = id;
        this.namespace = namespace;
    }

    /** As actions begin with it. */
    String id() {
        return id;
    }

    /** Others speak XML. */
    boolean speaksJson() {
        return namespace.isEmpty();
    }

    /** Of the XML it answers with. */
    String namespace() {
        return namespace;
    }
}
