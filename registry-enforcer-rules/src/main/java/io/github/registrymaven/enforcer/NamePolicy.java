package io.github.registrymaven.enforcer;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.NamingRemark;
import io.github.registrymaven.reference.NamingRules;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.ReferenceProblem;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an organisation asks of image names, beyond that they are names. */
final class NamePolicy {
    private final List<String> hosts;
    private final Owners owners;
    private final @Nullable Pattern repository;
    private final @Nullable Pattern tag;
    private final boolean explicitHost;
    private final boolean explicitTag;

    /**
     * A policy.
     *
     * @param hosts the registries allowed, normalised; every one where the list is empty
     */
    NamePolicy(
            List<String> hosts,
            Owners owners,
            @Nullable Pattern repository,
            @Nullable Pattern tag,
            boolean explicitHost,
            boolean explicitTag) {
        this.hosts = List.copyOf(hosts);
        this.owners = owners;
        this.repository = repository;
        this.tag = tag;
        this.explicitHost = explicitHost;
        this.explicitTag = explicitTag;
    }

    /** Every way in which a name breaks this policy; a name that does not parse breaks it once. */
    List<NameBreach> breaches(String written) {
        ParsedReference parsed = ImageReference.parse(written);
        if (parsed instanceof ParsedReference.Invalid) {
            ReferenceProblem problem = ((ParsedReference.Invalid) parsed).problem();
            return List.of(misfit(problem.marked().get(0), "is not an image reference: " + problem.message(), problem));
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        List<NameBreach> found = new ArrayList<>();
        checkHost(image, found);
        owners.breach(image).ifPresent(found::add);
        checkRepository(image, found);
        checkTag(image, found);
        return found;
    }

    private void checkHost(ImageReference image, List<NameBreach> found) {
        boolean nameless = explicitHost && image.hostImplied();
        if (nameless) {
            found.add(new NameBreach(
                    image.written(),
                    "names no registry",
                    List.of("it means " + image.canonical()),
                    "the registry's host in front" + oneOfTheHosts(),
                    "write " + mended(image)));
        } else if (!isAllowed(image)) {
            found.add(new NameBreach(
                    image.written(),
                    "goes to " + image.host() + ", which is not allowed",
                    List.of("registry " + image.host()),
                    "a registry" + oneOfTheHosts(),
                    "write " + mended(image)));
        }
        if (!nameless) {
            checkRegistrysOwnRules(image, found);
        }
    }

    private boolean isAllowed(ImageReference image) {
        boolean ofDockerHub = image.kind() == RegistryKind.DOCKER_HUB && hosts.contains("docker.io");
        return hosts.isEmpty()
                || ofDockerHub
                || hosts.stream().anyMatch(host -> plain(host).equals(plain(image.host())));
    }

    /** Names of hosts are the same in capitals, and 443 is where a registry is that names no port. */
    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":443$", "");
    }

    private static void checkRegistrysOwnRules(ImageReference image, List<NameBreach> found) {
        for (NamingRemark remark : NamingRules.check(image)) {
            if (remark.level() == NamingRemark.Level.FAIL) {
                ReferenceProblem problem = remark.problem();
                found.add(misfit(image.written(), "will not be taken: " + problem.message(), problem));
            }
        }
    }

    private void checkRepository(ImageReference image, List<NameBreach> found) {
        if (repository != null && !repository.matcher(image.repository()).matches()) {
            found.add(new NameBreach(
                    image.written(),
                    "has a repository that does not fit the pattern",
                    List.of("repository " + image.repository()),
                    "a repository that matches " + repository + " as a whole",
                    "rename the repository"));
        }
    }

    private void checkTag(ImageReference image, List<NameBreach> found) {
        if (explicitTag && image.tagImplied()) {
            found.add(new NameBreach(
                    image.written(),
                    "names no tag",
                    List.of("it means the tag " + image.tag()),
                    "a tag of its own for each build" + (tag == null ? "" : ", matching " + tag),
                    "write " + mended(image)));
        } else if (tag != null
                && (image.tag() == null || !tag.matcher(image.tag()).matches())) {
            found.add(new NameBreach(
                    image.written(),
                    "has a tag that does not fit the pattern",
                    List.of(image.tag() == null ? "no tag, only a digest" : "tag " + image.tag()),
                    "a tag that matches " + tag + " as a whole",
                    "choose another tag"));
        }
    }

    private static NameBreach misfit(String written, String fact, ReferenceProblem problem) {
        String suggestion = problem.suggestion();
        return new NameBreach(
                written,
                fact,
                problem.marked(),
                problem.expected() + " at the caret",
                suggestion == null ? "correct the name at the caret" : "write " + suggestion);
    }

    /** The name with a registry and a tag that this policy takes, as far as they are known. */
    private String mended(ImageReference image) {
        boolean says = isAllowed(image) && (!image.hostImplied() || !explicitHost);
        String written = image.written();
        String path = image.hostImplied() ? written : written.substring(written.indexOf('/') + 1);
        String name = says ? written : firstHost() + "/" + path;
        return explicitTag && image.tagImplied() ? name + ":${project.version}" : name;
    }

    private String oneOfTheHosts() {
        return hosts.isEmpty() ? "" : ", one of: " + String.join(", ", hosts);
    }

    private String firstHost() {
        return hosts.isEmpty() ? "REGISTRY" : hosts.get(0);
    }
}
