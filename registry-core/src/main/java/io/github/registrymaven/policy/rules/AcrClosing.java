package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.RepositoryState;
import java.util.ArrayList;
import java.util.List;

/** What closes a registry of Azure as far as is asked, and no further: with its networks closed, a build elsewhere pushes no more. */
final class AcrClosing {
    private final RepositoryState state;
    private final boolean anonymous;
    private final boolean network;
    private final boolean sku;

    AcrClosing(RepositoryState state, Exposure exposure, boolean network) {
        this.state = state;
        this.anonymous = exposure.reach() == Exposure.Reach.ANONYMOUS;
        this.network = network;
        this.sku = network && Boolean.FALSE.equals(exposure.closable());
    }

    List<Remedy> remedies() {
        String title = network ? "Close it, and push through a private endpoint" : "Ask everybody for a login";
        return switch (Language.of(state)) {
            case TERRAFORM ->
                Language.change(
                        state,
                        title,
                        String.join(
                                "\n",
                                all(
                                        "sku                           = \"Premium\"",
                                        network
                                                ? "anonymous_pull_enabled        = false"
                                                : "anonymous_pull_enabled = false",
                                        "public_network_access_enabled = false")));
            case BICEP_MODULE ->
                Language.parameters(
                        state,
                        title,
                        String.join(
                                "\n",
                                all(
                                        "acrSku: 'Premium'",
                                        "anonymousPullEnabled: false",
                                        "publicNetworkAccess: 'Disabled'")));
            case BICEP ->
                Language.change(
                        state,
                        title,
                        (sku ? "sku: {\n  name: 'Premium'\n}\n" : "") + "properties: {\n"
                                + String.join(
                                                "\n",
                                                properties(
                                                        "anonymousPullEnabled: false",
                                                        "publicNetworkAccess: 'Disabled'"))
                                        .indent(2)
                                + "}");
            case ARM ->
                Language.change(
                        state,
                        title,
                        (sku ? "\"sku\": {\"name\": \"Premium\"},\n" : "") + "\"properties\": {\n"
                                + String.join(
                                                ",\n",
                                                properties(
                                                        "\"anonymousPullEnabled\": false",
                                                        "\"publicNetworkAccess\": \"Disabled\""))
                                        .indent(2)
                                + "}");
            default -> commands(title);
        };
    }

    private List<Remedy> commands(String title) {
        String update = "az acr update --name " + new Named(state).acrRegistry();
        List<String> commands = all(
                update + " --sku Premium",
                update + " --anonymous-pull-enabled false",
                update + " --public-network-enabled false");
        return Language.commands(title, commands.toArray(String[]::new));
    }

    private List<String> all(String larger, String anonymously, String overNetworks) {
        List<String> lines = new ArrayList<>(properties(anonymously, overNetworks));
        if (sku) {
            lines.add(0, larger);
        }
        return lines;
    }

    private List<String> properties(String anonymously, String overNetworks) {
        List<String> lines = new ArrayList<>();
        if (anonymous) {
            lines.add(anonymously);
        }
        if (network) {
            lines.add(overNetworks);
        }
        return lines;
    }
}
