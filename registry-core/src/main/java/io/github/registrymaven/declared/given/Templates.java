package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All templates that were read, each worked out with what the others and files of parameters give it. Not thread-safe. */
public final class Templates {
    /** How many templates may use one another before what they give is no longer followed. */
    private static final int DEEPEST = 30;

    private final List<Known> all = new ArrayList<>();
    private final List<ParameterFile> parameterFiles = new ArrayList<>();
    /** By the name of a file, the templates that use one of that name. */
    private final Map<String, Set<Known>> users = new HashMap<>();

    private int depth;

    private static final class Known {
        private final SourceFile file;
        private final Parameterized template;
        private @Nullable Inputs inputs;
        /** What the uses were worked out with, for as many as ask for them. */
        private Inputs usesOf = Inputs.NONE;

        private List<Use> uses;

        Known(SourceFile file, Parameterized template) {
            this.file = file;
            this.template = template;
            this.uses = template.uses(Inputs.NONE);
        }

        List<Use> uses(Inputs given) {
            if (given != usesOf) {
                uses = template.uses(given);
                usesOf = given;
            }
            return uses;
        }
    }

    public void add(SourceFile file, Parameterized template) {
        all.add(new Known(file, template));
    }

    public void add(ParameterFile file) {
        parameterFiles.add(file);
    }

    /** What would be made of each, in the order in which they were added. */
    public List<Stack> stacks() {
        for (Known known : all) {
            for (Use use : known.uses(Inputs.NONE)) {
                users.computeIfAbsent(use.fileName(), name -> new LinkedHashSet<>())
                        .add(known);
            }
        }
        List<Stack> stacks = new ArrayList<>();
        for (Known known : all) {
            Inputs inputs = inputs(known);
            if (!inputs.areOfNothingMade()) {
                stacks.add(doubted(known.template.stack(inputs), inputs.doubt()));
            }
        }
        return stacks;
    }

    private static Stack doubted(Stack stack, @Nullable Doubt doubt) {
        if (doubt == null) {
            return stack;
        }
        List<Resource> resources = stack.resources().stream()
                .map(resource -> resource.doubted(doubt))
                .toList();
        return new Stack(stack.origin(), resources);
    }

    private Inputs inputs(Known known) {
        if (known.inputs == null) {
            // Until it is known, for those that use each other in a circle.
            known.inputs = Inputs.NONE;
            List<Given> given = given(known);
            known.inputs = given.isEmpty() ? Inputs.NONE : new Inputs(given);
        }
        return known.inputs;
    }

    private List<Given> given(Known known) {
        List<Given> given = new ArrayList<>();
        for (Known user : users.getOrDefault(known.file.name(), Set.of())) {
            if (user != known && depth < DEEPEST) {
                depth++;
                List<Use> uses = user.uses(inputs(user));
                depth--;
                for (Use use : uses) {
                    if (isOf(use, user, known)) {
                        given.add(new Given(user.file.shown(), use.values(), use.isRelative(), use.made()));
                    }
                }
            }
        }
        if (given.stream().noneMatch(Given::certain)) {
            for (ParameterFile file : parameterFiles) {
                Given more = file.to(known.file, known.template.parameters());
                if (more != null) {
                    given.add(more);
                }
            }
        }
        return given;
    }

    /** By its path where that is known as a whole, otherwise by its name. */
    private static boolean isOf(Use use, Known user, Known known) {
        return use.isRelative()
                ? known.file.path().equals(Paths.beside(user.file, use.path()))
                : use.fileName().equals(known.file.name());
    }
}
