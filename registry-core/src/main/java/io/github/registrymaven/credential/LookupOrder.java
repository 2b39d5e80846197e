package io.github.registrymaven.credential;

/** Who looks for a login: every tool has places of its own, and an order of its own. */
public enum LookupOrder {
    /** All places, in the order of most tools: for a push by whoever it may be. */
    USUAL,

    /** jib's own plugin: settings.xml, containers' files, docker's, and the helpers that jib knows by name. */
    JIB,

    /**
     * Jib within Quarkus: the helpers that jib knows come first, and docker's file of the home folder before containers'.
     *
     * @see <a href="https://github.com/quarkusio/quarkus">JibProcessor.toRegistryImage</a>
     */
    JIB_OF_QUARKUS,

    /**
     * Jib's library within Micronaut: docker's config, then the helpers that jib knows.
     *
     * @see <a href="https://github.com/micronaut-projects/micronaut-maven-plugin">DockerPushMojo, DockerService</a>
     */
    JIB_OF_MICRONAUT,

    /** What reads docker's config and nothing else: docker itself, Spring Boot, dockerfile-maven. */
    DOCKER,

    /** Podman and buildah: containers' files, then docker's config. */
    PODMAN,

    /**
     * Settings.xml, where the id is the registry to the letter, and docker's config: docker-maven-plugin and JKube.
     *
     * @see <a href="https://github.com/fabric8io/docker-maven-plugin">AuthConfigFactory</a>
     */
    SETTINGS_AND_DOCKER
}
