package io.github.registrymaven.testkit.aws;

/** A call that is answered with an error. */
final class AwsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AwsFailure(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** An error of the kind that Amazon ECR's model knows: always a 400. */
    static AwsFailure ecr(String code, String message) {
        return new AwsFailure(400, code, message);
    }

    static AwsFailure invalidParameter(String name, String constraint) {
        return ecr(
                "InvalidParameterException",
                "Invalid parameter at '" + name + "' failed to satisfy constraint: '" + constraint + "'");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
