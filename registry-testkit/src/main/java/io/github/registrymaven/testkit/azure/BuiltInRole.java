package io.github.registrymaven.testkit.azure;

import java.util.List;

/** Azure's built-in roles that matter to a registry, with what their definitions allow as far as a registry goes. */
public enum BuiltInRole {
    OWNER("Owner", "*", ""),
    CONTRIBUTOR("Contributor", "*", ""),
    READER("Reader", "*/read", ""),
    ACR_PULL("AcrPull", Names.REGISTRIES + "pull/read", ""),
    ACR_PUSH("AcrPush", Names.REGISTRIES + "pull/read " + Names.REGISTRIES + "push/write", ""),
    REPOSITORY_READER(
            "Container Registry Repository Reader",
            "",
            Names.REPOSITORIES + "metadata/read " + Names.REPOSITORIES + "content/read"),
    REPOSITORY_WRITER(
            "Container Registry Repository Writer",
            "",
            Names.REPOSITORIES + "metadata/read " + Names.REPOSITORIES + "metadata/write " + Names.REPOSITORIES
                    + "content/read " + Names.REPOSITORIES + "content/write"),
    REPOSITORY_CONTRIBUTOR("Container Registry Repository Contributor", "", Names.REPOSITORIES + "*");

    private final String title;
    private final String actions;
    private final String dataActions;

    BuiltInRole(String title, String actions, String dataActions) {
        this.title = title;
        this.actions = actions;
        this.dataActions = dataActions;
    }

    /** How actions begin. */
    private static final class Names {
        static final String REGISTRIES = "Microsoft.ContainerRegistry/registries/";
        static final String REPOSITORIES = REGISTRIES + "repositories/";

        private Names() {}
    }

    /** Its name in Azure. */
    public String title() {
        return title;
    }

    List<String> actions() {
        return words(actions);
    }

    List<String> dataActions() {
        return words(dataActions);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
