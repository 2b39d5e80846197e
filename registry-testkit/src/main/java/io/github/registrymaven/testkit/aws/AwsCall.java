package io.github.registrymaven.testkit.aws;

/**
 * A call that was answered.
 *
 * @param action service and operation, such as {@code ecr:DescribeRepositories}
 * @param caller the ARN of whoever signed it; empty where nobody known did
 * @param status of the answer; 0 if the connection was ended instead
 * @param error the code of the error; empty where there was none
 */
public record AwsCall(String action, String caller, int status, String error) {}
