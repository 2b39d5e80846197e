package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Stacks;
import io.github.registrymaven.declared.tree.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** The repositories among the resources of AWS, each with everything that governs it. */
public final class EcrResources {
    static final String[] REPOSITORY = {"aws_ecr_repository", "AWS::ECR::Repository"};
    static final String[] TEMPLATE = {"aws_ecr_repository_creation_template", "AWS::ECR::RepositoryCreationTemplate"};
    static final String[] PUBLIC = {"aws_ecrpublic_repository", "AWS::ECR::PublicRepository"};

    private EcrResources() {}

    /** In the order of the stacks; repositories before templates. */
    public static List<DeclaredRepository> read(Stacks stacks) {
        List<DeclaredRepository> found = new ArrayList<>();
        for (Stack stack : stacks.all()) {
            Surroundings around = new Surroundings(stack, stacks);
            EcrScanning scanning = new EcrScanning(around);
            for (Resource resource : stack.all(REPOSITORY)) {
                found.add(EcrRepository.of(resource, around, scanning));
            }
            for (Resource resource : stack.all(TEMPLATE)) {
                found.add(EcrTemplate.of(resource, scanning));
            }
            for (Resource resource : stack.all(PUBLIC)) {
                found.add(EcrPublicRepository.of(resource));
            }
        }
        return found;
    }
}
