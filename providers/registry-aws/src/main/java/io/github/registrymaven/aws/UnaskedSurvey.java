package io.github.registrymaven.aws;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * AWS could not be asked: that is said, and the registry is asked as any other.
 *
 * @param finding why not
 * @param isSetUp whether the user meant AWS to be asked; with a docker login a push needs no AWS credentials
 */
record UnaskedSurvey(Place place, Finding finding, boolean isSetUp) implements Survey {
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return true;
    }

    /** Where the registry itself took an upload, what AWS would have added is missing, and nothing is in doubt. */
    @Override
    public List<Finding> findings(Sight sight) {
        if (sight.upload() == null || sight.upload().status() != 202) {
            return List.of(finding);
        }
        List<String> open = new ArrayList<>(
                Stream.of(PushAction.UPLOAD_LAYER_PART, PushAction.COMPLETE_LAYER_UPLOAD, PushAction.PUT_IMAGE)
                        .map(PushAction::id)
                        .toList());
        open.add("the tag may be replaced");
        Finding told = Finding.of(
                        finding.id(),
                        finding.stage(),
                        isSetUp ? Verdict.WARN : Verdict.PASS,
                        isSetUp
                                ? finding.summary()
                                : place.host() + " took an upload; AWS itself was not asked, for want of credentials")
                .seeing(finding.evidence())
                .seeing("what is said here the registry itself has shown to the login of the push")
                .mendedBy(isSetUp ? finding.remedies() : List.of());
        return List.of(place.isPublic() ? told : told.notProving(open.toArray(String[]::new)));
    }
}
