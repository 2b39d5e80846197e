package io.github.registrymaven.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition of a policy leaves nobody but named principals or networks. What is not known to narrow, nor known
 * not to, is {@link #UNSURE}: a repository is called open only where it is.
 */
enum Narrowing {
    YES,
    UNSURE,
    NO;

    /** They say who is asking, or from where. */
    private static final Set<String> WHO = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalservicename",
            "aws:userid",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourcevpcarn",
            "aws:sourceip",
            "aws:vpcsourceip",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths");

    /** Everybody can meet them: they say how or when is asked, or about what; and who tags a principal is its own account. */
    private static final List<String> NOT_WHO = List.of(
            "aws:securetransport",
            "aws:currenttime",
            "aws:epochtime",
            "aws:requestedregion",
            "aws:useragent",
            "aws:referer",
            "aws:multifactorauthpresent",
            "aws:multifactorauthage",
            "aws:principaltag/*",
            "aws:requesttag/*",
            "aws:resourcetag/*",
            "ecr:resourcetag/*",
            "aws:tagkeys");

    private static final Set<String> EQUAL =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress");

    private static final Set<String> UNEQUAL = Set.of(
            "stringnotequals",
            "stringnotequalsignorecase",
            "stringnotlike",
            "arnnotequals",
            "arnnotlike",
            "notipaddress");

    /** All of a condition has to hold, so one part that narrows is enough. */
    static Narrowing ofAllow(@Nullable JsonObject condition) {
        Narrowing all = NO;
        for (Map.Entry<String, JsonElement> operator :
                condition == null ? Map.<String, JsonElement>of().entrySet() : condition.entrySet()) {
            if (!(operator.getValue() instanceof JsonObject keys)) {
                return UNSURE;
            }
            for (Map.Entry<String, JsonElement> key : keys.entrySet()) {
                Narrowing one =
                        allowed(lower(operator.getKey()), lower(key.getKey()), PolicyStatement.texts(key.getValue()));
                all = one == YES || all == YES ? YES : one == UNSURE ? UNSURE : all;
            }
        }
        return all;
    }

    private static Narrowing allowed(String operator, String key, List<String> values) {
        if (Wildcard.matchesAny(NOT_WHO, key)) {
            return NO;
        }
        // "…IfExists" and "ForAllValues:…" hold for a request that lacks the key.
        String plain = operator.startsWith("foranyvalue:") ? operator.substring("foranyvalue:".length()) : operator;
        if (!WHO.contains(key) || !EQUAL.contains(plain)) {
            return UNEQUAL.contains(plain) && WHO.contains(key) ? NO : UNSURE;
        }
        // One value is enough for a request, so the widest counts.
        return values.stream().map(Narrowing::bounded).max(Narrowing::compareTo).orElse(UNSURE);
    }

    /**
     * A denial of everybody but some. Where it has several parts all have to hold for it, so each must leave somebody named;
     * that AWS's own services are excepted opens it to nobody else.
     */
    static Narrowing ofDeny(JsonObject condition) {
        boolean some = false;
        for (Map.Entry<String, JsonElement> operator : condition.entrySet()) {
            String name = lower(operator.getKey());
            String plain = name.endsWith("ifexists") ? name.substring(0, name.length() - "ifexists".length()) : name;
            if (!(operator.getValue() instanceof JsonObject keys)) {
                return UNSURE;
            }
            for (Map.Entry<String, JsonElement> key : keys.entrySet()) {
                List<String> values = PolicyStatement.texts(key.getValue());
                boolean named = WHO.contains(lower(key.getKey()))
                        && UNEQUAL.contains(plain)
                        && values.stream().allMatch(value -> bounded(value) == YES);
                boolean services = lower(key.getKey()).matches("aws:(principalis|via)awsservice")
                        && values.equals(List.of("false"));
                if (!named && !services) {
                    // Such as a denial of what comes without TLS, which leaves everybody.
                    return some || NOT_WHO.stream().noneMatch(pattern -> Wildcard.matches(pattern, lower(key.getKey())))
                            ? UNSURE
                            : NO;
                }
                some |= named;
            }
        }
        return some ? YES : UNSURE;
    }

    /** Whether a value, in which {@code *} may stand for anything, is met by few: an account, an organisation, a network. */
    private static Narrowing bounded(String value) {
        if (value.matches("[*?:]*") || value.equals("0.0.0.0/0") || value.equals("::/0")) {
            return NO;
        }
        boolean open = value.contains("*") || value.contains("?") || value.contains("${");
        return !open || value.matches(".*\\d{12}.*") || value.startsWith("o-") ? YES : UNSURE;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
