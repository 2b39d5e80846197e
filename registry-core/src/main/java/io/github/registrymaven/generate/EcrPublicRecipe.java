package io.github.registrymaven.generate;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** Amazon ECR Public, whose host does not tell the account. */
final class EcrPublicRecipe implements Recipe {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR_PUBLIC;
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        return new Ingredients(
                List.of(),
                List.of(),
                List.of("nothing is generated for public.ecr.aws: its name does not tell the AWS account, without which"
                        + " there is no policy and no role"));
    }
}
