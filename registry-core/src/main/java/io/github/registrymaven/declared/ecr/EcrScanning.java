package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.declared.tree.Whereabouts;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Scanning.Mode;
import io.github.registrymaven.policy.Setting;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scanning as it takes effect: the registry's configuration decides, and where that is basic scanning, the repository's own
 * flag, too.
 */
final class EcrScanning {
    private static final String[] CONFIGURATION = {
        "aws_ecr_registry_scanning_configuration", "AWS::ECR::RegistryScanningConfiguration"
    };

    private static final String[] INSPECTOR = {"aws_inspector2_enabler", "aws_inspector2_organization_configuration"};

    /** A registry's configuration is often declared with its account, and so in a folder of its own. */
    private static final String UNDECLARED = ", and no registry scanning configuration is declared in the files given";

    private final Stack stack;
    private final Surroundings around;

    EcrScanning(Surroundings around) {
        this.stack = around.own();
        this.around = around;
    }

    Setting<Scanning> of(Resource repository, @Nullable String name) {
        Node flag = repository
                .get("image_scanning_configuration", "ImageScanningConfiguration")
                .get("scan_on_push", "ScanOnPush");
        if (flag instanceof Node.Unknown unknown && configuration(repository) == null) {
            return unknown.unseen();
        }
        Setting<Scanning> own = own(flag.isNothing() ? new Node.Nothing(repository.at()) : flag, repository);
        Resource registry = configuration(repository);
        if (registry != null) {
            return new RegistryScanning(registry, engine(repository)).of(name, own);
        }
        Resource possible = Stream.of(
                        stack.of(CONFIGURATION),
                        around.all().beyond(stack, CONFIGURATION),
                        inspectors(stack.of(INSPECTOR)),
                        inspectors(around.all().beyond(stack, INSPECTOR)))
                .flatMap(all -> all)
                .filter(other -> !Whereabouts.differ(repository, other))
                .findFirst()
                .or(() -> stack.of(Stack.BROKEN, Stack.UNREAD)
                        .filter(UnreadModule::mayConfigureEcr)
                        .findFirst())
                .orElse(null);
        if (!(own instanceof Setting.Seen<Scanning> seen)) {
            return own;
        }
        boolean off = seen.value().mode() == Mode.OFF;
        if (possible == null) {
            return off ? with(seen, seen.value().said() + UNDECLARED, null) : own;
        }
        return off
                ? EcrLifecycle.possible(possible)
                : with(
                        seen,
                        seen.value().said(),
                        possible.address() + " may or may not have it scanned again (" + possible.at() + ")");
    }

    /** Amazon Inspector turns a registry to enhanced scanning where it is activated for ECR, declared or not. */
    private static Stream<Resource> inspectors(Stream<Resource> all) {
        return all.filter(one -> Stream.concat(
                        one.get("resource_types").items().stream(), one.get("auto_enable").items().stream())
                .anyMatch(what -> what instanceof Node.Unknown
                        || "ECR".equals(what.text())
                        || (what instanceof Node.Fields enabled
                                && !Boolean.FALSE.equals(enabled.get("ecr").flag()))));
    }

    private static Setting<Scanning> with(Setting.Seen<Scanning> seen, String said, @Nullable String more) {
        return new Setting.Seen<>(new Scanning(seen.value().mode(), said, more, null), seen.at());
    }

    /** Of a template, which sets no scanning itself. */
    Setting<Scanning> ofRepositoriesBelow(Resource template) {
        Resource registry = configuration(template);
        return registry == null
                ? new Setting.Unseen<>(
                        "only the registry's scanning configuration decides it, and none is declared here")
                : new RegistryScanning(registry, engine(template))
                        .of(null, own(new Node.Nothing(template.at()), template));
    }

    private Setting<Scanning> own(Node flag, Resource repository) {
        if (flag instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        Boolean on = flag.isNothing() ? Boolean.FALSE : flag.flag();
        if (on == null) {
            return new Setting.Unseen<>("\"" + flag.text() + "\" is neither true nor false (" + flag.at() + ")");
        }
        String at = flag.at().toString();
        return on
                ? new Setting.Seen<>(new Scanning(engine(repository), "scan on push"), at)
                : new Setting.Seen<>(
                        new Scanning(Mode.OFF, flag.isNothing() ? notSet(repository) : "scan on push is false"), at);
    }

    /** AWS's API has it with a small letter, and so had CloudFormation's own guide until 2021. */
    private static String notSet(Resource repository) {
        boolean small =
                !repository.get("ImageScanningConfiguration").get("scanOnPush").isNothing();
        return "scan on push is not set" + (small ? ": CloudFormation takes ScanOnPush, and refuses scanOnPush" : "");
    }

    /** Null where none is declared for the repository's own account and region. */
    private @Nullable Resource configuration(Resource repository) {
        return beside(repository, CONFIGURATION)
                .filter(one -> one.isMadeWith(repository))
                .findFirst()
                .orElse(null);
    }

    private Stream<Resource> beside(Resource repository, String... types) {
        return stack.of(types).filter(other -> other.provider().equals(repository.provider()));
    }

    /** What basic scanning is done by. Where that is not declared, it is the engine that accounts have by default. */
    private Mode engine(Resource repository) {
        boolean old = beside(repository, "aws_ecr_account_setting")
                .anyMatch(setting ->
                        "BASIC_SCAN_TYPE_VERSION".equals(setting.get("name").text())
                                && "CLAIR".equals(setting.get("value").text()));
        return old ? Mode.ON_PUSH_BY_OLD_ENGINE : Mode.ON_PUSH;
    }
}
