package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import io.github.registrymaven.session.UnboundPush;
import java.util.ArrayList;
import java.util.List;

/** The images that a goal is about. */
final class GoalImages {
    private final AbstractImagesMojo goal;

    GoalImages(AbstractImagesMojo goal) {
        this.goal = goal;
    }

    /**
     * Those named and those found. A build that was asked for something, and has no image, is a mistake; a module without an
     * image is not.
     *
     * @param todo what there is then nothing for, such as {@code to check}
     */
    List<RequestedImage> find(PreflightInput input, String todo) throws ConfigurationProblem {
        List<RequestedImage> images = input.images(this::warnOnce);
        List<String> passedOver = passedOver();
        if (!passedOver.isEmpty()) {
            goal.getLog().warn((images.isEmpty() ? "nothing " + todo + ": " : "") + elsewhere(passedOver));
        } else if (images.isEmpty()) {
            String hint = TypedGoal.is(goal.execution()) ? UnboundPush.hint(goal.session()) : "";
            if (TypedGoal.is(goal.execution()) && !TypedGoal.isOneOfMany(goal.session())) {
                throw new ConfigurationProblem(
                        "no image is named and none is found in the plugins of this build, so there is nothing " + todo
                                + "." + hint + (hint.isEmpty() ? " Name it" : " Or name one")
                                + ": -Dregistry.images=registry.example.com/team/app:1.0, "
                                + "or <images> in the plugin's configuration");
            }
            goal.getLog()
                    .info("no image is named or pushed here: nothing " + todo + (hint.isEmpty() ? "" : "." + hint));
        }
        return images;
    }

    /**
     * The modules that name images of their own where somebody typed the goal, and named none. What other plugins push is
     * found in all modules; what a module configures for this plugin Maven gives to the goal only where it runs it.
     */
    private List<String> passedOver() {
        return TypedGoal.is(goal.execution())
                        && TypedGoal.isOneOfMany(goal.session())
                        && goal.imagesFile == null
                        && !goal.session().getUserProperties().containsKey("registry.images")
                ? ConfiguredImages.beyond(
                        goal.session().getCurrentProject(), goal.session().getProjects())
                : List.of();
    }

    private String elsewhere(List<String> modules) {
        String one = modules.get(0);
        return String.join(", ", modules) + (modules.size() == 1 ? " names" : " name")
                + " images in <images>, and Maven runs a goal that is typed in "
                + goal.session().getCurrentProject().getArtifactId() + " only. For " + one + ": mvn -pl :" + one
                + " io.github.registrymaven:registry-maven-plugin:"
                + goal.execution().getGoal();
    }

    /** What the references mean; one that means nothing is a mistake. */
    static List<ImageReference> references(List<RequestedImage> images) throws ConfigurationProblem {
        List<ImageReference> references = new ArrayList<>();
        for (RequestedImage image : images) {
            ParsedReference parsed = ImageReference.parse(image.reference());
            if (parsed instanceof ParsedReference.Invalid) {
                throw new ConfigurationProblem(
                        ((ParsedReference.Invalid) parsed).problem().message());
            }
            references.add(((ParsedReference.Valid) parsed).reference());
        }
        return references;
    }

    /** What all modules of a build would say is said by the first. */
    private void warnOnce(String remark) {
        if (new SessionPreflight(goal.session(), goal.decrypter()).isFirstToTell(remark)) {
            goal.getLog().warn(remark);
        }
    }
}
