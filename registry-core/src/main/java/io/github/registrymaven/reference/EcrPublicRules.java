package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amazon ECR Public: {@code ALIAS/REPOSITORY}, by an older pattern than that of private ECR. */
final class EcrPublicRules {
    private static final int LONGEST = 205;
    private static final Pattern DOUBLE_SEPARATOR = Pattern.compile("__|--");

    private EcrPublicRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        if (path.parts().size() < 2) {
            return List.of(NamingRemark.warn(
                    image,
                    path.start(),
                    "the registry's alias is missing: ECR Public has ALIAS/REPOSITORY",
                    image.host() + "/ALIAS/" + path.path() + path.suffix(),
                    null));
        }
        List<NamingRemark> remarks = new ArrayList<>();
        String repository = image.repository().substring(image.repository().indexOf('/') + 1);
        // Amazon's schemas disagree on both, so neither is certain to be refused.
        if (repository.length() > LONGEST) {
            remarks.add(NamingRemark.warn(
                    image,
                    path.offset(1) + LONGEST,
                    "a repository in ECR Public should have at most " + LONGEST + " characters",
                    "the end of the repository",
                    null));
        }
        Matcher separator = DOUBLE_SEPARATOR.matcher(repository);
        if (separator.find()) {
            remarks.add(NamingRemark.warn(
                    image,
                    path.offset(1) + separator.start() + 1,
                    "ECR Public may refuse two separators in a row",
                    "one '.', '_' or '-' between letters",
                    null));
        }
        return remarks;
    }
}
