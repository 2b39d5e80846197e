package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Azure Container Registry: a login server in lower case, its name of 5 to 50 letters and digits. */
final class AcrRules {
    private AcrRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        String loginServer = AcrHosts.loginServerBehind(Hosts.name(image.host()));
        if (loginServer != null) {
            return List.of(NamingRemark.fail(
                    image,
                    0,
                    "this host is a registry's data endpoint, and pushes go to its login server",
                    loginServer,
                    path.on(loginServer)));
        }
        List<NamingRemark> remarks = new ArrayList<>();
        String lower = image.host().toLowerCase(Locale.ROOT);
        if (!lower.equals(image.host())) {
            // The resource may be MyRegistry, but `az acr login` files the credentials under the lower-case host.
            remarks.add(NamingRemark.warn(image, 0, "a login server is written in lower case", lower, path.on(lower)));
        }
        if (RegistryAddress.of(image) instanceof RegistryAddress.Acr acr
                && (acr.name().length() < 5 || acr.name().length() > 50)) {
            remarks.add(NamingRemark.warn(
                    image,
                    0,
                    "the name of a registry in Azure has from 5 to 50 characters",
                    "the registry's login server",
                    null));
        }
        return remarks;
    }
}
