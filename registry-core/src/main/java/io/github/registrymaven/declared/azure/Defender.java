package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scanning of a registry's images, which is a plan that a whole subscription has. */
final class Defender {
    private static final String[] PRICING = {
        "azurerm_security_center_subscription_pricing", "Microsoft.Security/pricings"
    };
    private static final Set<String> PLANS = Set.of("Containers", "ContainerRegistry");

    private Defender() {}

    /** By the registry's own stack, otherwise by the only plan there is in another. */
    static Setting<Scanning> of(Resource registry, Surroundings around) {
        Resource own = plan(List.of(around.own()));
        Resource plan = own == null ? plan(around.all().all()) : own;
        if (plan == null) {
            return new Setting.Unseen<>(
                    "images are scanned where the subscription has a Defender plan for containers, and none is"
                            + " declared here");
        }
        if (own == null) {
            return new Setting.Unseen<>(plan.address()
                    + " of another stack sets the plan, and may be for another subscription (" + plan.at() + ")");
        }
        if (!own.isMadeWith(registry)) {
            return new Setting.Unseen<>("whether " + own.address() + " is made is not known: " + own.doubtInWords());
        }
        Node tier = plan.get("tier", "pricingTier");
        String said = tier.text();
        if (said == null) {
            return tier instanceof Node.Unknown unknown
                    ? unknown.unseen()
                    : new Setting.Unseen<>("the plan has no tier (" + plan.at() + ")");
        }
        return new Setting.Seen<>(
                said.equals("Standard")
                        ? new Scanning(Scanning.Mode.CONTINUOUS, "Microsoft Defender for Containers")
                        : new Scanning(Scanning.Mode.OFF, "Defender plan " + said),
                tier.at().toString());
    }

    private static @Nullable Resource plan(List<Stack> stacks) {
        return stacks.stream()
                .flatMap(stack -> stack.of(PRICING))
                .filter(pricing -> PLANS.contains(
                        String.valueOf(pricing.get("resource_type", "name").text())))
                .findFirst()
                .orElse(null);
    }
}
