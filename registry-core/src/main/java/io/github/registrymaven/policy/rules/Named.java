package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository's names as its cloud's commands take them; what is not known is in capitals, to be filled in. */
final class Named {
    private static final Pattern REGION = Pattern.compile("\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.");
    private static final Pattern GOOGLE = Pattern.compile("projects/([^/]+)/locations/([^/]+)/repositories/([^/]+)");

    private final RepositoryState state;

    Named(RepositoryState state) {
        this.state = state;
    }

    /** {@code aws ecr VERB --repository-name NAME}, with the region where it is known. */
    String ecr(String verb) {
        return "aws ecr " + verb + " --repository-name " + repository() + region();
    }

    /** The option that names AWS's region; empty where that is not known. */
    String region() {
        Matcher region = REGION.matcher(state.at());
        return region.find() ? " --region " + region.group(1) : "";
    }

    /** {@code gcloud artifacts repositories VERB NAME}, with project and location where they are known. */
    String artifactRegistry(String verb) {
        Matcher name = GOOGLE.matcher(state.subject());
        return name.find()
                ? "gcloud artifacts repositories " + verb + " " + name.group(3) + " --location=" + name.group(2)
                        + " --project=" + name.group(1)
                : "gcloud artifacts repositories " + verb + " REPOSITORY --location=LOCATION --project=PROJECT";
    }

    String acrRegistry() {
        String host = state.at();
        int dot = host.indexOf(".azurecr.");
        return dot > 0 ? host.substring(0, dot) : "REGISTRY";
    }

    String repository() {
        String repository = state.repository();
        return repository == null ? "REPOSITORY" : repository;
    }
}
