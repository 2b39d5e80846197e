package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;

/**
 * What a manifest or an index names (OCI image spec, "Descriptors").
 *
 * @param elsewhere whether {@code urls} say where to get it, so that it is not in a registry
 */
record Named(Descriptor descriptor, ContentDigest digest, boolean elsewhere, JsonObject json) {
    /** RFC 6838, section 4.2: also what may go into a header of a request. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][\\w!#$&^.+-]{0,126}/[A-Za-z0-9][\\w!#$&^.+-]{0,126}");

    static Named parse(JsonElement element, String place, String what) throws BrokenImage {
        if (!(element instanceof JsonObject json)) {
            throw BrokenImage.invalid(place, ": " + what + " is no object");
        }
        String written = String.valueOf(JsonDocument.string(json, "digest"));
        ContentDigest digest = ContentDigest.parse(written);
        if (digest == null) {
            throw BrokenImage.invalid(
                    place,
                    ": " + what + " has the digest " + Printable.of(written) + ", which is none by the OCI spec");
        }
        String mediaType = String.valueOf(JsonDocument.string(json, "mediaType"));
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw BrokenImage.invalid(
                    place,
                    ": " + what + " (" + digest + ") has the media type " + Printable.of(mediaType)
                            + ", which is none");
        }
        long size = size(json);
        if (size < 0) {
            throw BrokenImage.invalid(place, ": " + what + " (" + digest + ") has no size, or one that is no number");
        }
        JsonArray urls = JsonDocument.array(json, "urls");
        return new Named(
                new Descriptor(mediaType, digest.toString(), size), digest, urls != null && !urls.isEmpty(), json);
    }

    private static long size(JsonObject json) {
        String size = json.get("size") instanceof JsonPrimitive value && value.isNumber() ? value.getAsString() : "";
        return size.matches("[0-9]{1,18}") ? Long.parseLong(size) : -1;
    }
}
