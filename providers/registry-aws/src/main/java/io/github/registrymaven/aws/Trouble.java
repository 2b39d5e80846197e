package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.NetworkFault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why a question to AWS has no answer.
 *
 * @param summary what happened, the end of a sentence that begins with what was asked
 * @param denial AWS's refusal, where it was one
 * @param code AWS's own name of the error; empty where AWS did not answer
 */
record Trouble(
        Cause cause,
        String summary,
        List<String> evidence,
        @Nullable AwsDenial denial,
        String code) {
    /** The last two are of IAM Identity Center, where its session, or what renews it, is no longer taken. */
    private static final Set<String> EXPIRED = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "TokenRefreshRequired",
            "UnauthorizedException",
            "InvalidGrantException");
    /** What the SDK says of a session of IAM Identity Center without asking anybody. */
    private static final Pattern SSO_OVER =
            Pattern.compile("(?i).*(SSO session .{0,80}(expired|invalid)|token is expired|unable to load sso token).*");

    private static final Set<String> STRANGER =
            Set.of("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure");
    private static final Set<String> SIGNATURE = Set.of(
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "RequestTimeTooSkewed",
            "RequestExpired",
            "IncompleteSignature");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");
    private static final Pattern MOMENTS = Pattern.compile("(\\d{8}T\\d{6}Z).{1,60}?(\\d{8}T\\d{6}Z)");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_CHARACTERS = 600;

    Trouble {
        evidence = List.copyOf(evidence);
    }

    /** Reads an exception of the SDK. */
    static Trouble of(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one instanceof EngineHttp.Unanswered unanswered) {
                NetworkFault fault = unanswered.fault();
                List<String> seen = new ArrayList<>();
                seen.add("dialled " + fault.dialled());
                seen.addAll(fault.evidence());
                return new Trouble(fault.cause(), fault.summary(), seen, null, "");
            }
            if (one instanceof AwsServiceException refused) {
                return answered(refused);
            }
            if (one instanceof NoCredentials none) {
                return none.trouble();
            }
        }
        String words = line(String.valueOf(thrown.getMessage()));
        if (SSO_OVER.matcher(words).matches()) {
            return new Trouble(
                    Cause.CREDENTIALS_EXPIRED,
                    "the session of IAM Identity Center has ended",
                    List.of("the SDK says: " + words),
                    null,
                    "");
        }
        return new Trouble(
                Cause.UNKNOWN, "the answer could not be understood", List.of("the SDK says: " + words), null, "");
    }

    boolean isDenied() {
        return DENIED.contains(code);
    }

    /** The trouble with an action, as part of a sentence. */
    String words(String action) {
        return action + (isDenied() ? " was denied" : " was not answered: " + summary);
    }

    private static Trouble answered(AwsServiceException refused) {
        String code =
                refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                        ? ""
                        : refused.awsErrorDetails().errorCode();
        String raw =
                refused.awsErrorDetails() == null || refused.awsErrorDetails().errorMessage() == null
                        ? ""
                        : refused.awsErrorDetails().errorMessage();
        String said = "AWS answered " + refused.statusCode() + (code.isEmpty() ? "" : " " + code)
                + (raw.isBlank() ? "" : ": " + line(raw));
        if (EXPIRED.contains(code)) {
            return new Trouble(Cause.CREDENTIALS_EXPIRED, "the session has expired", List.of(said), null, code);
        }
        if (STRANGER.contains(code)) {
            return new Trouble(
                    Cause.CREDENTIALS_REJECTED,
                    "AWS does not know the access key: it was deleted, or is of another partition",
                    List.of(said),
                    null,
                    code);
        }
        if (SIGNATURE.contains(code)) {
            return signature(code, raw, said);
        }
        if (DENIED.contains(code)) {
            return new Trouble(
                    Cause.PERMISSION_DENIED, "AWS refuses the question", List.of(said), AwsDenial.in(raw), code);
        }
        if (refused.isThrottlingException() || refused.statusCode() == 429) {
            return new Trouble(
                    Cause.RATE_LIMITED, "AWS answers that it gets too many requests, twice", List.of(said), null, code);
        }
        return refused.statusCode() >= 500
                ? new Trouble(
                        Cause.REGISTRY_SERVER_ERROR,
                        "AWS answers with an error of its own, twice",
                        List.of(said),
                        null,
                        code)
                : new Trouble(Cause.UNKNOWN, "AWS gives no answer to that", List.of(said), null, code);
    }

    private static Trouble signature(String code, String raw, String said) {
        Matcher moments = MOMENTS.matcher(raw);
        String lower = raw.toLowerCase(Locale.ROOT);
        boolean clock = code.equals("RequestTimeTooSkewed")
                || lower.contains("signature expired")
                || lower.contains("signature not yet current");
        if (!clock) {
            return new Trouble(
                    Cause.CREDENTIALS_REJECTED,
                    "the secret access key is not the one of the access key",
                    List.of(said),
                    null,
                    code);
        }
        List<String> evidence = new ArrayList<>(List.of(said));
        if (moments.find()) {
            Duration off = Duration.between(
                            Instant.from(BASIC.parse(moments.group(1))), Instant.from(BASIC.parse(moments.group(2))))
                    .abs();
            evidence.add("the two moments are " + off.toMinutes() + " minutes apart");
        }
        return new Trouble(
                Cause.CREDENTIALS_REJECTED,
                "this machine's clock is wrong, so AWS takes its signatures for old or forged",
                evidence,
                null,
                code);
    }

    /**
     * One line of plain text. After its first line a refused signature quotes the whole request, session token included, so
     * the rest is never shown.
     */
    static String line(String words) {
        String first = words.strip().lines().findFirst().orElse("");
        String plain = first.replaceAll("\\p{Cntrl}", " ").replaceAll("(?i)(security-token[:=])\\S+", "$1…");
        return plain.length() <= MOST_CHARACTERS ? plain : plain.substring(0, MOST_CHARACTERS) + "…";
    }
}
