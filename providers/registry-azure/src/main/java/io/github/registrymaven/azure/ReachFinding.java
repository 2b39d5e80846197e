package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why the registry cannot be reached from here, where Azure knows more than the network does. Only in the place of a failure
 * that was seen.
 */
final class ReachFinding {
    private static final Pattern ADDRESS = Pattern.compile("client with IP '(?<address>[0-9a-fA-F.:]{2,45})'");

    private final Place place;
    private final Facts facts;

    ReachFinding(Place place, Facts facts) {
        this.place = place;
        this.facts = facts;
    }

    /** Null where the registry was reached, or where nothing more is known than the network told. */
    @Nullable
    Finding of(Sight sight) {
        String name = sight.image().name();
        if (facts.reach() instanceof Reach.Reached reached) {
            // An upload that was opened outweighs what GET /v2/ answered: it is what a push asks for.
            boolean opened = sight.upload() != null && sight.upload().status() == 202;
            return reached.ping().status() == 403 && !opened ? refused(name, reached.ping()) : null;
        }
        NetworkFault fault = ((Reach.Unreachable) facts.reach()).fault();
        if (fault.doubt() != null) {
            // Others may come through all the same: then this is not certain either.
            return null;
        }
        if (fault.cause() == Cause.REGISTRY_UNREACHABLE_DNS) {
            return nameless(name, fault);
        }
        return fault.cause() == Cause.CONNECTION_TIMEOUT && isPrivateHere() ? unrouted(name, fault) : null;
    }

    /** Whether the registry's name has addresses here, and none of the internet's. */
    private boolean isPrivateHere() {
        return !facts.addresses().isEmpty() && facts.addresses().stream().noneMatch(ReachFinding::isOfTheInternet);
    }

    private boolean isPublicHere() {
        return !facts.addresses().isEmpty() && facts.addresses().stream().allMatch(ReachFinding::isOfTheInternet);
    }

    private Finding unrouted(String name, NetworkFault fault) {
        return fail(fault.cause(), name + " cannot be pushed: no way leads from here to its private endpoint")
                .seeing(fault.summary())
                .seeing("here its name has the address " + String.join(", ", facts.addresses())
                        + ", of a private endpoint of it")
                .mendedBy(List.of(new Remedy(
                        "Run the build in the private endpoint's network, or in one that is peered with it",
                        List.of("az network private-endpoint-connection list --id " + id()),
                        List.of())));
    }

    private String id() {
        RegistrySeen.Shown shown = facts.shown();
        return shown == null ? place.name() : shown.id();
    }

    private @Nullable Finding refused(String name, HttpAnswer answer) {
        Matcher told = ADDRESS.matcher(answer.text());
        String address = told.find() ? told.group("address") : null;
        RegistrySeen.Shown shown = facts.shown();
        if (address == null && (shown == null || OciErrors.of(answer).html())) {
            return null;
        }
        List<String> seen = new ArrayList<>();
        seen.add("GET /v2/ answered 403 " + OciErrors.of(answer).entries());
        boolean isClosed = shown != null && !shown.isPublic();
        if (shown != null) {
            seen.add("publicNetworkAccess is " + shown.properties().text("publicNetworkAccess")
                    + ", says Resource Manager");
        }
        if (isPublicHere()) {
            seen.add("it has a private endpoint, and here its name has the address "
                    + String.join(", ", facts.addresses()) + ": a public address where a private one is due");
        } else if (isPrivateHere()) {
            seen.add("here its name has the address " + String.join(", ", facts.addresses())
                    + ", a private one, as is due");
        } else if (shown != null && shown.hasPrivateEndpoint() && address != null && isOfTheInternet(address)) {
            seen.add("it has a private endpoint, and the request came to its public one: here its name probably has a"
                    + " public address where a private one is due");
        }
        return fail(
                        Cause.NETWORK_RESTRICTED,
                        isClosed
                                ? name + " takes no pushes over public networks" + from(address)
                                : name + " refuses every request" + from(address))
                .seeing(seen)
                .mendedBy(remedies(address, shown, isClosed));
    }

    private static String from(@Nullable String address) {
        return address == null ? "" : address.length() > 40 ? " from here" : ", such as from " + address;
    }

    private List<Remedy> remedies(@Nullable String address, RegistrySeen.@Nullable Shown shown, boolean isClosed) {
        List<Remedy> remedies = new ArrayList<>();
        if (shown != null && shown.hasPrivateEndpoint() && !isPrivateHere()) {
            remedies.add(privateZone());
        }
        if (isClosed) {
            remedies.add(new Remedy(
                    "Run the build in a network with a private endpoint of the registry, or open public access",
                    List.of("az acr update --name " + place.name() + " --public-network-enabled true"),
                    List.of()));
        } else if (address != null) {
            remedies.add(new Remedy(
                    "Let this address in",
                    List.of("az acr network-rule add --name " + place.name() + " --ip-address " + address),
                    List.of()));
        }
        return remedies;
    }

    private Finding nameless(String name, NetworkFault fault) {
        List<String> seen = new ArrayList<>();
        seen.add(fault.summary());
        if (place.isOfAnotherCloud()) {
            seen.add("the build's logins are for " + place.authority() + ", of another cloud than " + place.host());
        }
        RegistrySeen.Shown shown = facts.shown();
        String server = shown == null ? null : shown.loginServer();
        if (server != null && !server.equalsIgnoreCase(place.host())) {
            return fail(Cause.INVALID_IMAGE_REFERENCE, name + " cannot be pushed: its registry is at " + server)
                    .seeing(seen)
                    .mendedBy(List.of(
                            new Remedy("Name the registry by its login server: " + server, List.of(), List.of())));
        }
        if (shown != null && (shown.hasPrivateEndpoint() || !shown.isPublic())) {
            return fail(
                            Cause.REGISTRY_UNREACHABLE_DNS,
                            name + " cannot be pushed: the registry exists, its name has no address here")
                    .seeing(seen)
                    .seeing("Resource Manager shows it: " + shown.id())
                    .mendedBy(List.of(privateZone()));
        }
        if (facts.registry() instanceof RegistrySeen.Hidden hidden && Boolean.TRUE.equals(hidden.nameIsFree())) {
            return fail(
                            Cause.PROJECT_OR_ACCOUNT_NOT_FOUND,
                            name + " cannot be pushed: there is no registry of the name " + place.name())
                    .seeing(seen)
                    .seeing("checkNameAvailability says that the name is free")
                    .mendedBy(List.of(new Remedy(
                            "See which registries there are",
                            List.of("az acr list --query \"[].loginServer\" --output tsv"),
                            List.of())));
        }
        if (facts.registry() instanceof RegistrySeen.Hidden hidden && Boolean.FALSE.equals(hidden.nameIsFree())) {
            seen.add(
                    "checkNameAvailability says that a registry has the name, which this caller may not read; its login"
                            + " server may be another, or its name is known to a private zone only");
        }
        return fail(Cause.REGISTRY_UNREACHABLE_DNS, name + " cannot be pushed: " + fault.summary())
                .seeing(seen)
                .seeing(fault.evidence());
    }

    private static Remedy privateZone() {
        return new Remedy(
                "Link the private zone to the network that the build runs in",
                List.of(
                        "az network private-dns link vnet list --zone-name privatelink.azurecr.io --resource-group GROUP"),
                List.of());
    }

    /** Not of the ranges that networks of one's own are numbered from (RFC 1918, RFC 6598, RFC 4193). */
    private static boolean isOfTheInternet(String address) {
        return !address.matches(
                "(?i)(10\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\."
                        + "|169\\.254\\.|127\\.|f[cd]|fe80|::1).*");
    }

    private static Finding fail(Cause cause, String summary) {
        return Finding.of("registry-reachable", Stage.NETWORK, Verdict.FAIL, summary)
                .because(cause);
    }
}
