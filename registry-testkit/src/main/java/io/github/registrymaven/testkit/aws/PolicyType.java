package io.github.registrymaven.testkit.aws;

/** The kinds of policies, as denials name them, in the order in which an explicit deny is looked for. */
enum PolicyType {
    VPC_ENDPOINT("a VPC endpoint policy", "VPC endpoint policy", "VPC Endpoint Policy"),
    SERVICE_CONTROL("a service control policy", "service control policy", "Service Control Policy"),
    RESOURCE("a resource-based policy", "resource-based policy", "Resource Policy"),
    IDENTITY("an identity-based policy", "identity-based policy", "IAM Policy"),
    BOUNDARY("a permissions boundary", "permissions boundary", "Permissions Boundary"),
    SESSION("a session policy", "session policy", "Session Policy");

    private final String one;
    private final String any;
    private final String source;

    PolicyType(String one, String any, String source) {
        this.one = one;
        this.any = any;
        this.source = source;
    }

    String one() {
        return one;
    }

    String any() {
        return any;
    }

    /** What a simulation calls it. */
    String source() {
        return source;
    }
}
