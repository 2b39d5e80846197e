package io.github.registrymaven.enforcer;

import io.github.registrymaven.declared.files.Shown;
import io.github.registrymaven.policy.rules.ByteLimit;
import io.github.registrymaven.policy.rules.ImageSize;
import io.github.registrymaven.policy.rules.Judgement;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Requires that an image is no larger than agreed, compressed, as a registry keeps it. Weighs a file, so it belongs into a phase after
 * the one that builds it. Needs no network.
 */
@Named("requireMaxImageSize")
public final class RequireMaxImageSize extends RegistryRule {
    /** How large the image may be: {@code 300 MB}, {@code 1.5 GiB}. */
    private @Nullable String maxSize;

    /** How large one layer may be; as large as it likes where the element is not there. */
    private @Nullable String maxLayerSize;

    /** The image: a docker-archive or an OCI layout; otherwise where {@code jib:buildTar} leaves it. */
    private @Nullable File source;

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    private final MavenProject project;

    @Inject
    RequireMaxImageSize(MavenProject project, JudgedModule module) {
        super(ImageSize.NAME, module);
        this.project = project;
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        Telling telling = new Telling(ImageSize.NAME, onUnknown, message, remark -> getLog().warn(remark));
        if (maxSize == null) {
            throw new EnforcerRuleError(ImageSize.NAME + ": maxSize is missing, such as <maxSize>300 MB</maxSize>");
        }
        ImageSize rule = new ImageSize(
                limit("maxSize", maxSize), maxLayerSize == null ? null : limit("maxLayerSize", maxLayerSize));
        Path path = source == null ? Path.of(project.getBuild().getDirectory(), "jib-image.tar") : source.toPath();
        if (source == null && !path.toFile().exists()) {
            // A module of a reactor that builds no image is none of this rule's business.
            return;
        }
        Judgement judgement = rule.judge(path, new Shown(project.getBasedir().toPath()).of(path));
        module().keep(List.of(judgement), remark -> getLog().warn(remark));
        telling.tell(Map.of(judgement, List.of()));
    }

    private static ByteLimit limit(String parameter, String written) throws EnforcerRuleError {
        ByteLimit limit = ByteLimit.of(written);
        if (limit == null) {
            throw new EnforcerRuleError(ImageSize.NAME + ": " + parameter + " is '" + written
                    + "'; it takes a size such as 300 MB or 1.5 GiB");
        }
        return limit;
    }

    @Override
    public String toString() {
        return "RequireMaxImageSize[maxSize=" + maxSize + ", maxLayerSize=" + maxLayerSize + ", source=" + source + "]";
    }
}
