package io.github.registrymaven.testkit.aws;

/** What can be wrong with who signs a call. Services of JSON and services of XML each have a name for it. */
enum LoginFault {
    MISSING(
            "MissingAuthenticationTokenException",
            "MissingAuthenticationToken",
            "Request is missing Authentication Token"),
    UNKNOWN_KEY(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "The security token included in the request is invalid."),
    EXPIRED_TOKEN("ExpiredTokenException", "ExpiredToken", "The security token included in the request is expired"),
    WRONG_SIGNATURE(
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details."),
    SKEWED_CLOCK("InvalidSignatureException", "SignatureDoesNotMatch", "Signature expired"),
    EXPIRED_REQUEST("RequestExpired", "RequestExpired", "Request has expired.");

    private final String jsonCode;
    private final String xmlCode;
    private final String message;

    LoginFault(String jsonCode, String xmlCode, String message) {
        this.jsonCode = jsonCode;
        this.xmlCode = xmlCode;
        this.message = message;
    }

    AwsFailure in(Service service) {
        return in(service, message);
    }

    AwsFailure in(Service service, String text) {
        return service.speaksJson() ? new AwsFailure(400, jsonCode, text) : new AwsFailure(403, xmlCode, text);
    }
}
