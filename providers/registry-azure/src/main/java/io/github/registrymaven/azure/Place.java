package io.github.registrymaven.azure;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;

/**
 * Where a registry is.
 *
 * @param host its login server
 * @param name its own name, in lower case
 * @param authority who gives out tokens there, without a slash at the end
 * @param manager Resource Manager's address there, without a slash at the end
 */
record Place(String host, String name, String authority, String manager) {
    /** Null user: what {@code az acr login} writes into docker's config beside a refresh token. */
    static final String NULL_GUID = "00000000-0000-0000-0000-000000000000";

    static Place of(ImageReference image, Machine machine) {
        RegistryAddress address = RegistryAddress.of(image);
        String suffix = address instanceof RegistryAddress.Acr acr ? acr.suffix() : "azurecr.io";
        String name = address instanceof RegistryAddress.Acr acr ? acr.name() : image.host();
        String said = machine.environment().get("AZURE_AUTHORITY_HOST");
        String authority = said == null || said.isBlank() ? ofCloud(suffix) : said.strip();
        return new Place(image.host(), name, authority.replaceAll("/+$", ""), manager(suffix));
    }

    private static String ofCloud(String suffix) {
        return switch (suffix) {
            case "azurecr.cn" -> "https://login.chinacloudapi.cn";
            case "azurecr.us" -> "https://login.microsoftonline.us";
            default -> "https://login.microsoftonline.com";
        };
    }

    private static String manager(String suffix) {
        return switch (suffix) {
            case "azurecr.cn" -> "https://management.chinacloudapi.cn";
            case "azurecr.us" -> "https://management.usgovcloudapi.net";
            default -> "https://management.azure.com";
        };
    }

    /** Where the logins go that the user chose are not where this registry's cloud has them. */
    boolean isOfAnotherCloud() {
        String suffix = host.substring(host.indexOf('.') + 1);
        return authority.contains("chinacloudapi.cn") != suffix.equals("azurecr.cn")
                || authority.contains("microsoftonline.us") != suffix.equals("azurecr.us");
    }
}
