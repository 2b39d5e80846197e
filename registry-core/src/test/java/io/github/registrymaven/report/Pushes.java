package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.BlobCount;
import io.github.registrymaven.push.PushFailure;
import io.github.registrymaven.push.PushedImage;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports on pushes as the engine makes them. */
final class Pushes {
    static final String DIGEST = "sha256:" + "ab".repeat(32);

    private Pushes() {}

    static PushedImage arrived() {
        return image(List.of("1.0"), false, new BlobCount(3, 0, 2), null);
    }

    static PushedImage unchanged() {
        return image(List.of("1.0", "latest"), true, new BlobCount(0, 0, 0), null);
    }

    static PushedImage with(BlobCount layers, String... tags) {
        return image(List.of(tags), false, layers, null);
    }

    static PushedImage failed() {
        return image(
                List.of("1.0"),
                false,
                new BlobCount(1, 0, 0),
                new PushFailure(
                        Cause.PAYLOAD_TOO_LARGE,
                        "localhost:5000/team/app takes no upload of the size of layer 2 of 5",
                        List.of(
                                "PUT https://localhost:5000/v2/team/app/blobs/uploads/1 answered 413 \u001b[31mred",
                                "1 blob stays there without a manifest until the registry collects what nobody names",
                                "no tag was moved"),
                        List.of(new Remedy(
                                "Raise the limit of the reverse proxy before localhost:5000",
                                List.of(),
                                List.of(new Remedy.File("nginx.conf", "client_max_body_size 0;\n"))))));
    }

    private static PushedImage image(
            List<String> tags, boolean unchanged, BlobCount layers, @Nullable PushFailure failure) {
        boolean well = failure == null;
        return new PushedImage(
                "localhost:5000/team/app:1.0",
                RegistryKind.GENERIC,
                "localhost:5000",
                "team/app",
                tags,
                well ? Verdict.PASS : Verdict.FAIL,
                well ? DIGEST : null,
                well ? 12_345_678L : null,
                unchanged,
                layers,
                layers,
                unchanged ? 0 : 9_876_543,
                17,
                1_234,
                new Identity("ci", "server \"localhost:5000\" in settings.xml", null),
                failure);
    }
}
