package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All templates that were read, each worked out with what the others and files of parameters give it. Not thread-safe. */
public final class Templates {
    /** How many templates may use one another before what they give is no longer followed. */
    private static final int DEEPEST = 30;

    private final List<Known> all = new ArrayList<>();
    private final List<ParameterFile> parameterFiles = new ArrayList<>();
    /** By the name of the file that is used. */
    private final Map<String, List<User>> users = new HashMap<>();

    private int depth;

    private static final class Known {
        private final SourceFile file;
        private final Parameterized template;
        private @Nullable Inputs inputs;

        Known(SourceFile file, Parameterized template) {
            this.file = file;
            this.template = template;
        }
    }

    /**
     * A use of another template.
     *
     * @param position among the uses of that template
     */
    private record User(Known by, Use use, int position) {}

    public void add(SourceFile file, Parameterized template) {
        all.add(new Known(file, template));
    }

    public void add(ParameterFile file) {
        parameterFiles.add(file);
    }

    /** What would be made of each, in the order in which they were added. */
    public List<Stack> stacks() {
        for (Known known : all) {
            List<Use> uses = known.template.uses(Inputs.NONE);
            for (int position = 0; position < uses.size(); position++) {
                Use use = uses.get(position);
                users.computeIfAbsent(use.fileName(), name -> new ArrayList<>()).add(new User(known, use, position));
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
            known.inputs = new Inputs(given(known));
        }
        return known.inputs;
    }

    private List<Given> given(Known known) {
        List<Given> given = new ArrayList<>();
        for (User user : users.getOrDefault(known.file.name(), List.of())) {
            boolean certain = user.use().isRelative();
            boolean meant = !certain
                    || known.file
                            .path()
                            .equals(Paths.beside(user.by().file, user.use().path()));
            if (meant && user.by() != known && depth < DEEPEST) {
                depth++;
                Use use = user.by().template.uses(inputs(user.by())).get(user.position());
                depth--;
                given.add(new Given(user.by().file.shown(), use.values(), certain, use.made()));
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
}
