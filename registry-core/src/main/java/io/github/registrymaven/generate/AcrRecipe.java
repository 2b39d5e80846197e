package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.AcrPush;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Azure Container Registry: for each registry an identity for CI, with the role that a push takes there and no other. */
final class AcrRecipe implements Recipe {
    @Override
    public boolean serves(ImageReference image) {
        return RegistryAddress.of(image) instanceof RegistryAddress.Acr;
    }

    @Override
    public Ingredients of(List<ImageReference> images, Project project) {
        List<GeneratedFile> files = new ArrayList<>();
        List<CiLogin> logins = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        registries(images).forEach((host, repositories) -> {
            if (RegistryAddress.of(repositories.get(0)) instanceof RegistryAddress.Acr acr) {
                AcrIdentity identity = new AcrIdentity(acr, host, project);
                String condition = AcrPush.condition(new TreeSet<>(
                        repositories.stream().map(ImageReference::repository).toList()));
                files.addAll(files(identity, condition));
                logins.add(login(identity));
                notes.addAll(notes(identity));
            }
        });
        if (project.forges().contains(Forge.GITHUB)) {
            notes.add(project.noteOnIds("the subject in the files for Azure"));
        }
        return new Ingredients(files, logins, notes);
    }

    private static Map<String, List<ImageReference>> registries(List<ImageReference> images) {
        Map<String, List<ImageReference>> registries = new TreeMap<>();
        images.forEach(image -> registries
                .computeIfAbsent(image.host(), host -> new ArrayList<>())
                .add(image));
        return registries;
    }

    private static List<GeneratedFile> files(AcrIdentity identity, String condition) {
        String folder = "azure-" + identity.registry().name() + "/";
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(
                folder + "push-condition.txt",
                condition,
                "narrows " + AcrPush.BY_REPOSITORY + " to the repositories at hand, where the registry's roles are"
                        + " assigned by repository"));
        for (Forge forge : identity.project().forges()) {
            files.add(new GeneratedFile(
                    folder + "create-identity-" + forge.id() + ".sh",
                    identity.commands(forge),
                    "makes who pushes, with the Azure CLI: an identity for "
                            + identity.project().subject(forge) + ", and the role that the registry's mode asks for"));
        }
        files.add(new GeneratedFile(
                folder + "push.bicep", new AcrBicep(identity, condition).text(), "declares the same in Bicep"));
        files.add(new GeneratedFile(
                folder + "push.tf", new AcrTerraform(identity, condition).text(), "declares the same in Terraform"));
        return files;
    }

    private static List<String> notes(AcrIdentity identity) {
        String name = identity.registry().name();
        List<String> notes = new ArrayList<>();
        notes.add(identity.host() + ": whether its roles are assigned on the registry (" + AcrPush.REGISTRY_WIDE
                + ", for all its repositories) or by repository (" + AcrPush.BY_REPOSITORY
                + ", narrowed to those at hand) is a setting of the registry's, which is not asked here; the script asks"
                + " it, and Bicep and Terraform take it as abac, true where it is " + AcrPush.BY_REPOSITORY_MODE
                + ": az acr show --name " + name + " --query roleAssignmentMode --output tsv");
        notes.add("set the variables " + identity.variable("CLIENT_ID") + " and " + identity.variable("TENANT_ID")
                + " of CI, which are no secrets; the script prints them");
        notes.add(identity.host() + ": its repositories are made by the first push, so there are none to declare; the"
                + " registry is taken to be there");
        return notes;
    }

    private static CiLogin login(AcrIdentity identity) {
        List<String> steps = new ArrayList<>(List.of(
                "- uses: azure/login@v2",
                "  with:",
                "    client-id: ${{ vars." + identity.variable("CLIENT_ID") + " }}",
                "    tenant-id: ${{ vars." + identity.variable("TENANT_ID") + " }}",
                "    allow-no-subscriptions: true"));
        AzureCloud cloud = identity.cloud();
        if (cloud != AzureCloud.PUBLIC) {
            steps.add("    environment: " + cloud.environment());
            steps.add("    audience: " + cloud.audience());
        }
        String hash = identity.registry().hash();
        // For who may push and not read the registry, az makes the host of the name, so it takes the label's hash too
        // (azure-cli pull request 30404).
        steps.add("- run: az acr login --name " + identity.registry().name() + (hash == null ? "" : "-" + hash));
        return new CiLogin(
                steps,
                Map.of("id-token", "write"),
                Map.of("AZURE_ID_TOKEN", cloud.audience()),
                Map.of("ACR_USER", "00000000-0000-0000-0000-000000000000"),
                identity.exchange(),
                Map.of(),
                Map.of(identity.host(), new CiLogin.UserAndPassword("ACR_USER", identity.variable("TOKEN"), false)));
    }
}
