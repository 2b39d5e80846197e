package io.github.registrymaven.declared;

import io.github.registrymaven.declared.azure.AzureResources;
import io.github.registrymaven.declared.ecr.EcrResources;
import io.github.registrymaven.declared.files.Shown;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceFiles;
import io.github.registrymaven.declared.google.GoogleResources;
import io.github.registrymaven.declared.terraform.Terraform;
import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Stacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads infrastructure as code: Terraform, its plans as JSON, CloudFormation, ARM templates and Bicep, told apart by their
 * names and by what is in them. Files that are neither are passed over. Thread-safe.
 */
public final class DeclaredSources {
    private final Shown shown;

    /**
     * @param base the project's folder: relative paths start from it, and places are shown from it on
     */
    public DeclaredSources(Path base) {
        this.shown = new Shown(base);
    }

    /**
     * Reads files, and folders with all below them. Never throws: what cannot be read is a problem of its own, and the rest is
     * read all the same.
     */
    public Declared read(List<Path> paths) {
        List<Problem> problems = new ArrayList<>();
        SourceFiles sources = new SourceFiles(shown, problems);
        List<SourceFile> files = sources.find(paths);
        Documents documents = new Documents(problems);
        for (SourceFile file : files) {
            documents.read(file);
        }
        List<Stack> modules = new Terraform(shown, sources.confines(), problems).read(files);
        List<Stack> read = new ArrayList<>(Precedence.without(documents.plans(), modules));
        read.addAll(documents.plans());
        read.addAll(documents.templates());
        Stacks stacks = new Stacks(read);
        List<DeclaredRepository> repositories = new ArrayList<>(EcrResources.read(stacks));
        repositories.addAll(GoogleResources.read(stacks));
        repositories.addAll(AzureResources.read(stacks));
        return new Declared(repositories, problems);
    }
}
