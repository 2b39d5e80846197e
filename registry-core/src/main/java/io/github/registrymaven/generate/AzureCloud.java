package io.github.registrymaven.generate;

/** Azure and its sovereign clouds, each with names of its own for the same things. */
enum AzureCloud {
    PUBLIC("azurecr.io", "azurecloud", "login.microsoftonline.com", "api://AzureADTokenExchange"),
    CHINA("azurecr.cn", "azurechinacloud", "login.partner.microsoftonline.cn", "api://AzureADTokenExchangeChina"),
    GOVERNMENT("azurecr.us", "azureusgovernment", "login.microsoftonline.us", "api://AzureADTokenExchangeUSGov");

    private final String suffix;
    private final String environment;
    private final String entra;
    private final String audience;

    AzureCloud(String suffix, String environment, String entra, String audience) {
        this.suffix = suffix;
        this.environment = environment;
        this.entra = entra;
        this.audience = audience;
    }

    /** By the suffix of a registry's host. */
    static AzureCloud of(String suffix) {
        for (AzureCloud cloud : values()) {
            if (cloud.suffix.equals(suffix)) {
                return cloud;
            }
        }
        return PUBLIC;
    }

    /** As the action of GitHub that logs in names it. */
    String environment() {
        return environment;
    }

    /** The host that gives tokens. */
    String entra() {
        return entra;
    }

    /** Whom a token has to be for to be exchanged there. */
    String audience() {
        return audience;
    }
}
