package io.github.registrymaven.generate;

import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Generates files for the images of a build: by a recipe for each kind of registry, and one workflow for all of them. */
public final class Generator {
    private static final List<Recipe> RECIPES =
            List.of(new EcrRecipe(), new EcrPublicRecipe(), new GoogleRecipe(), new AcrRecipe(), new SecretsRecipe());

    private Generator() {}

    /** The images may be in any order, and each may come twice. */
    public static Generation generate(List<ImageReference> images, Project project) {
        List<GeneratedFile> files = new ArrayList<>();
        List<CiLogin> logins = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<ImageReference> rest = new ArrayList<>(images);
        rest.sort(Comparator.comparing(ImageReference::canonical));
        for (Recipe recipe : RECIPES) {
            List<ImageReference> served = rest.stream().filter(recipe::serves).toList();
            rest.removeAll(served);
            if (!served.isEmpty()) {
                Recipe.Ingredients ingredients = recipe.of(served, project);
                files.addAll(ingredients.files());
                logins.addAll(ingredients.logins());
                notes.addAll(ingredients.notes());
            }
        }
        // Without a login there is nothing for a job to push to.
        for (Forge forge : logins.isEmpty() ? List.<Forge>of() : project.forges()) {
            files.add(forge == Forge.GITHUB ? GithubWorkflow.of(logins, project) : GitlabJob.of(logins, project));
        }
        if (files.isEmpty()) {
            return new Generation(files, notes);
        }
        if (project.source() == null) {
            notes.add(
                    "the project's own POMs name no repository at github.com, gitlab.com or a host gitlab.… in <scm>: fill"
                            + " in OWNER/REPOSITORY or GROUP/PROJECT, and the host where it is another, and use the files of one CI");
        }
        notes.add("pushes are taken from the branch " + Project.BRANCH + "; where that is another, change it in the"
                + " workflow and where its jobs are trusted");
        return new Generation(files, notes);
    }
}
