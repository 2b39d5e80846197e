package io.github.registrymaven.declared;

import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plan knows what the module it was made of only may know, so it takes that module's place. */
final class Precedence {
    private Precedence() {}

    /** The root modules of which there is no plan. A plan is of the module it lies in, otherwise of the only one alike. */
    static List<Stack> without(List<Stack> plans, List<Stack> modules) {
        List<Stack> left = new ArrayList<>(modules);
        for (Stack plan : plans) {
            List<Stack> alike =
                    modules.stream().filter(module -> areAlike(plan, module)).toList();
            List<Stack> around =
                    alike.stream().filter(module -> liesIn(plan, module)).toList();
            if (!around.isEmpty()) {
                left.removeAll(around);
            } else if (alike.size() == 1) {
                left.removeAll(alike);
            }
        }
        return left;
    }

    private static boolean liesIn(Stack plan, Stack module) {
        return module.origin().equals(".") || plan.origin().startsWith(module.origin() + "/");
    }

    private static boolean areAlike(Stack plan, Stack module) {
        Set<String> planned = new HashSet<>();
        plan.resources().forEach(resource -> planned.add(withoutIndex(resource)));
        return module.resources().stream().anyMatch(resource -> planned.contains(withoutIndex(resource)));
    }

    private static String withoutIndex(Resource resource) {
        int index = resource.address().indexOf('[');
        return index < 0 ? resource.address() : resource.address().substring(0, index);
    }
}
