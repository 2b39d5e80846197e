package io.github.registrymaven.testkit.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What keeps everybody out of a project, whatever they may do there. It holds at the API and for docker-style clients alike.
 *
 * <p>How sure the texts are: the perimeter's body was seen in full in public reports; reason, message and links of the
 * disabled API are documented and seen often; reason and message of billing are from documentation alone.
 */
public enum ProjectTrouble {
    /** Artifact Registry's API is not enabled. */
    API_DISABLED,
    /** The project has no billing account. */
    BILLING_DISABLED,
    /** VPC Service Controls: the project is inside a perimeter, and the caller outside. */
    OUTSIDE_PERIMETER;

    static final String UNIQUE_ID = "q1w2e3r4t5y6u7i8o9p0";

    RpcFailure failure(GoogleProject project, String service) {
        String consumer = "projects/" + project.number();
        JsonObject metadata = GoogleJson.object("service", service, "consumer", consumer);
        switch (this) {
            case API_DISABLED -> {
                String url = "https://console.developers.google.com/apis/api/" + service + "/overview?project="
                        + project.number();
                metadata.addProperty("activationUrl", url);
                metadata.addProperty("containerInfo", project.number());
                return new RpcFailure(
                                403,
                                "PERMISSION_DENIED",
                                "Artifact Registry API has not been used in project " + project.number()
                                        + " before or it is disabled. Enable it by visiting " + url
                                        + " then retry. If you enabled this API recently, wait a few minutes for the"
                                        + " action to propagate to our systems and retry.")
                        .because("SERVICE_DISABLED", "googleapis.com", metadata);
            }
            case BILLING_DISABLED -> {
                return new RpcFailure(
                                403,
                                "PERMISSION_DENIED",
                                "This API method requires billing to be enabled. Please enable billing on project #"
                                        + project.number()
                                        + " by visiting https://console.developers.google.com/billing/enable?project="
                                        + project.number() + " then retry.")
                        .because("BILLING_DISABLED", "googleapis.com", metadata);
            }
            default -> {
                metadata.addProperty("uid", UNIQUE_ID);
                JsonObject violation = GoogleJson.object("type", "VPC_SERVICE_CONTROLS", "description", UNIQUE_ID);
                JsonArray violations = new JsonArray();
                violations.add(violation);
                JsonObject precondition =
                        GoogleJson.object("@type", "type.googleapis.com/google.rpc.PreconditionFailure");
                precondition.add("violations", violations);
                return new RpcFailure(
                                403,
                                "PERMISSION_DENIED",
                                "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: "
                                        + UNIQUE_ID)
                        .with(precondition)
                        .because("SECURITY_POLICY_VIOLATED", "googleapis.com", metadata);
            }
        }
    }
}
