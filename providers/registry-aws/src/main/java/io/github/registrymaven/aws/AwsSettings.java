package io.github.registrymaven.aws;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The user's AWS settings as the SDK would find them: environment, JVM properties, and one profile of the two files. They come
 * from the machine, not from the process, so that a test decides what there is.
 *
 * @param file both files together; null where one of them cannot be read
 * @param problem what is wrong with them, where something is
 * @param profileName the profile that is meant
 * @param chosenBy what names that profile; null where it is merely the default
 */
record AwsSettings(
        Machine machine,
        @Nullable ProfileFile file,
        @Nullable String problem,
        String profileName,
        @Nullable String chosenBy) {

    /** @param ofHost the profile that the user named for the registry's host; null where none was */
    static AwsSettings read(Machine machine, @Nullable String ofHost) {
        String name = "default";
        String chosenBy = null;
        String ofJvm = machine.properties().get("aws.profile");
        String ofEnvironment = machine.environment().get("AWS_PROFILE");
        if (ofHost != null) {
            name = ofHost;
            chosenBy = "registry.profiles";
        } else if (ofJvm != null && !ofJvm.isBlank()) {
            name = ofJvm;
            chosenBy = "-Daws.profile";
        } else if (ofEnvironment != null && !ofEnvironment.isBlank()) {
            name = ofEnvironment;
            chosenBy = "AWS_PROFILE";
        }
        try {
            return new AwsSettings(machine, files(machine), null, name, chosenBy);
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            return new AwsSettings(machine, null, Trouble.line(String.valueOf(malformed.getMessage())), name, chosenBy);
        }
    }

    /** Whether the user named the profile for this registry, so that nothing else is meant. */
    boolean isForThisHost() {
        return "registry.profiles".equals(chosenBy);
    }

    /** Whether a property of Maven's JVM names the profile, of which no other program knows. */
    boolean isOfTheJvm() {
        return "-Daws.profile".equals(chosenBy);
    }

    @Nullable
    Profile profile() {
        return file == null ? null : file.profile(profileName).orElse(null);
    }

    /** An environment variable; an empty one is none. */
    @Nullable
    String variable(String name) {
        String value = machine.environment().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Nullable
    String property(String name) {
        String value = machine.properties().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Where the user sends a service's requests: {@code AWS_ENDPOINT_URL_ECR} and the like; null where nothing is said. */
    @Nullable
    String endpointOf(String service) {
        if ("true".equalsIgnoreCase(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
            return null;
        }
        String upper = service.toUpperCase(Locale.ROOT);
        String camel = upper.charAt(0) + service.substring(1);
        String[] said = {
            property("aws.endpointUrl" + camel),
            variable("AWS_ENDPOINT_URL_" + upper),
            property("aws.endpointUrl"),
            variable("AWS_ENDPOINT_URL"),
            ofProfile(service)
        };
        for (String each : said) {
            if (each != null) {
                return each;
            }
        }
        return null;
    }

    private @Nullable String ofProfile(String service) {
        Profile profile = profile();
        if (profile == null || file == null) {
            return null;
        }
        return profile.property("services")
                .flatMap(name -> file.getSection("services", name))
                .flatMap(section -> section.property(service + ".endpoint_url"))
                .or(() -> profile.property("endpoint_url"))
                .orElse(null);
    }

    Path configFile() {
        return at(machine, "AWS_CONFIG_FILE", "config");
    }

    private static ProfileFile files(Machine machine) {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        add(all, at(machine, "AWS_CONFIG_FILE", "config"), ProfileFile.Type.CONFIGURATION);
        add(all, at(machine, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), ProfileFile.Type.CREDENTIALS);
        return all.build();
    }

    private static void add(ProfileFile.Aggregator all, Path path, ProfileFile.Type type) {
        if (Files.isReadable(path) && Files.isRegularFile(path)) {
            try {
                all.addFile(ProfileFile.builder().content(path).type(type).build());
            } catch (IllegalArgumentException | IllegalStateException malformed) {
                throw new IllegalArgumentException(path + ": " + malformed.getMessage(), malformed);
            }
        }
    }

    private static Path at(Machine machine, String variable, String name) {
        String said = machine.environment().get(variable);
        if (said == null || said.isBlank()) {
            return machine.home().resolve(".aws").resolve(name);
        }
        return said.startsWith("~/") ? machine.home().resolve(said.substring(2)) : Path.of(said);
    }
}
