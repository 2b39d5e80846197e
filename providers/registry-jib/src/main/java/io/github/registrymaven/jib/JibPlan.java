package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.github.registrymaven.artifact.ImageLayer;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import java.util.Set;

/** A plan in Jib's own terms. */
final class JibPlan {
    private final ImagePlan plan;

    JibPlan(ImagePlan plan) {
        this.plan = plan;
    }

    /** What the plan leaves open stays as the base image has it. */
    JibContainerBuilder onto(JibContainerBuilder image, Platform platform) {
        image.setFormat(ImageFormat.OCI)
                .setCreationTime(plan.created())
                .setPlatforms(Set.of(
                        new com.google.cloud.tools.jib.api.buildplan.Platform(platform.architecture(), platform.os())))
                .setFileEntriesLayers(plan.layers().stream().map(JibPlan::layer).toList())
                .setEnvironment(plan.environment())
                .setLabels(plan.labels())
                .setExposedPorts(Ports.parse(plan.ports()));
        if (!plan.entrypoint().isEmpty()) {
            image.setEntrypoint(plan.entrypoint());
        }
        if (!plan.arguments().isEmpty()) {
            image.setProgramArguments(plan.arguments());
        }
        if (plan.user() != null) {
            image.setUser(plan.user());
        }
        if (plan.workingDirectory() != null) {
            image.setWorkingDirectory(AbsoluteUnixPath.get(plan.workingDirectory()));
        }
        return image;
    }

    /** Times, owners and permissions are Jib's fixed ones: those of the files differ from one checkout to the next. */
    private static FileEntriesLayer layer(ImageLayer layer) {
        FileEntriesLayer.Builder entries = FileEntriesLayer.builder().setName(layer.name());
        layer.files().forEach(file -> entries.addEntry(file.source(), AbsoluteUnixPath.get(file.target())));
        return entries.build();
    }
}
