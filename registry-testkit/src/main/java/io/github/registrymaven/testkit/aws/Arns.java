package io.github.registrymaven.testkit.aws;

/** The names of things of one account in one region. */
record Arns(String account, String region) {
    String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    String repository(String name) {
        return "arn:" + partition() + ":ecr:" + region + ":" + account + ":repository/" + name;
    }

    String key(String id) {
        return "arn:" + partition() + ":kms:" + region + ":" + account + ":key/" + id;
    }

    String root() {
        return iam("root");
    }

    String user(String path, String name) {
        return iam("user" + path + name);
    }

    String role(String path, String name) {
        return iam("role" + path + name);
    }

    String policy(String name) {
        return iam("policy/" + name);
    }

    /** The path of a role is not in it. */
    String session(String role, String session) {
        return "arn:" + partition() + ":sts::" + account + ":assumed-role/" + role + "/" + session;
    }

    Arns of(String otherAccount) {
        return new Arns(otherAccount, region);
    }

    /** The registry's host, as references name it. */
    String host() {
        return account + ".dkr.ecr." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "");
    }

    private String iam(String resource) {
        return "arn:" + partition() + ":iam::" + account + ":" + resource;
    }
}
