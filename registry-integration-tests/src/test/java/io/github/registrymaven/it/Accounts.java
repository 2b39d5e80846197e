package io.github.registrymaven.it;

import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The cloud accounts of the integration projects. */
public final class Accounts {
    private Accounts() {}

    /**
     * Starts an AWS account for the project in a folder, in which the user {@code ci} may push to the repository
     * {@code team/app}. The build has the user's key; the registry's host is in the property {@code it.registry}, and where it
     * really is in {@code it.endpoint}. The scripts find the account in their context as {@code account}.
     */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start("ci", basedir, context);
    }

    /** The same for a build of somebody who may set up repositories, too. */
    public static void startForOwner(File basedir, Map<String, Object> context) throws IOException {
        start("owner", basedir, context);
    }

    private static void start(String user, File basedir, Map<String, Object> context) throws IOException {
        AwsTestCloud account = AwsTestCloud.builder()
                .user("ci", who -> who.allowPush("team/*"))
                .user("owner", who -> who.allow("*", "ecr:*"))
                .repository("team/app")
                .start();
        AwsKey key = account.userKey(user);
        Files.write(
                basedir.toPath().resolve("test.properties"),
                List.of(
                        "it.registry = " + account.registryHost(),
                        "it.endpoint = " + account.registry().url(),
                        "aws.endpointUrl = " + account.endpoint(),
                        "aws.accessKeyId = " + key.accessKeyId(),
                        "aws.secretAccessKey = " + key.secretAccessKey()));
        context.put("account", account);
    }
}
