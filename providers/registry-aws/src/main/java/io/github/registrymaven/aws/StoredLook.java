package io.github.registrymaven.aws;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.policy.lifecycle.ManifestList;
import io.github.registrymaven.preflight.StoredImages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageStatusFilter;

/**
 * What lies in a repository of Amazon ECR, and what its manifest lists name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html">DescribeImages</a>
 */
final class StoredLook {
    /** So that a page with many tags an image fits into what the engine reads of one answer. */
    private static final int PAGE = 500;

    private static final int MOST_PAGES = 200;
    /** What BatchGetImage takes at once is 100; manifests are kilobytes. */
    private static final int LISTS_AT_ONCE = 50;

    private final Access.Open access;
    private final boolean pullsCount;

    /** @param pullsCount whether the policy looks at pulls, of which reading a manifest list may be one */
    StoredLook(Access.Open access, boolean pullsCount) {
        this.access = access;
        this.pullsCount = pullsCount;
    }

    StoredImages in(String repository) throws InterruptedException {
        try (EcrClient ecr = access.clients().ecr(access.caller().provider())) {
            // What is pushed meanwhile may move an image to the next page, where it is listed again.
            Map<String, ImageDetail> details = new LinkedHashMap<>();
            String next = null;
            for (int page = 0; page < MOST_PAGES; page++) {
                Answer<DescribeImagesResponse> answer = page(ecr, repository, next);
                if (answer instanceof Answer.None<DescribeImagesResponse> none) {
                    return new StoredImages.Unlisted(
                            "is not listed: " + none.trouble().words("ecr:DescribeImages")
                                    + "; allow ecr:DescribeImages on it, and ecr:BatchGetImage for manifest lists");
                }
                DescribeImagesResponse given = ((Answer.Given<DescribeImagesResponse>) answer).value();
                given.imageDetails().forEach(detail -> details.put(String.valueOf(detail.imageDigest()), detail));
                String following = given.nextToken();
                if (following == null || following.isEmpty()) {
                    return listed(ecr, repository, List.copyOf(details.values()));
                }
                if (following.equals(next)) {
                    return new StoredImages.Unlisted("is not listed as a whole: AWS answers the same page again");
                }
                next = following;
            }
            return new StoredImages.Unlisted("has more than " + MOST_PAGES * PAGE + " images, which are not all read");
        }
    }

    private Answer<DescribeImagesResponse> page(EcrClient ecr, String repository, @Nullable String next)
            throws InterruptedException {
        return Answer.to(() -> ecr.describeImages(DescribeImagesRequest.builder()
                .registryId(access.place().account())
                .repositoryName(repository)
                .maxResults(PAGE)
                .nextToken(next)
                // Without it only what is not archived is told.
                .filter(filter -> filter.imageStatus(ImageStatusFilter.ANY))
                .build()));
    }

    private StoredImages listed(EcrClient ecr, String repository, List<ImageDetail> details)
            throws InterruptedException {
        List<String> lists = details.stream()
                .filter(detail -> ManifestList.isOne(detail.imageManifestMediaType()))
                .map(ImageDetail::imageDigest)
                .toList();
        Map<String, List<String>> named = pullsCount ? Map.of() : named(ecr, repository, lists);
        List<InventoryImage> images = new ArrayList<>();
        for (ImageDetail detail : details) {
            Instant pushed = detail.imagePushedAt();
            if (detail.imageDigest() == null || pushed == null) {
                return new StoredImages.Unlisted("is not listed as a whole: AWS left out a digest or a date");
            }
            images.add(new InventoryImage(
                    detail.imageDigest(),
                    repository,
                    detail.imageTags(),
                    pushed,
                    detail.lastRecordedPullTime(),
                    "ARCHIVED".equals(detail.imageStatusAsString()),
                    detail.lastArchivedAt(),
                    detail.lastActivatedAt(),
                    false,
                    named.getOrDefault(detail.imageDigest(), List.of())));
        }
        Set<String> open = new HashSet<>(lists);
        open.removeAll(named.keySet());
        Set<String> referrers = details.stream()
                .filter(detail -> detail.subjectManifestDigest() != null)
                .map(ImageDetail::imageDigest)
                .collect(Collectors.toSet());
        return new StoredImages.Listed(images, open, referrers);
    }

    /** What each list names; without those that may not be read. */
    private Map<String, List<String>> named(EcrClient ecr, String repository, List<String> lists)
            throws InterruptedException {
        Map<String, List<String>> named = new HashMap<>();
        for (int from = 0; from < lists.size(); from += LISTS_AT_ONCE) {
            List<ImageIdentifier> asked = lists.subList(from, Math.min(lists.size(), from + LISTS_AT_ONCE)).stream()
                    .map(digest -> ImageIdentifier.builder().imageDigest(digest).build())
                    .toList();
            Answer<BatchGetImageResponse> answer = Answer.to(() -> ecr.batchGetImage(BatchGetImageRequest.builder()
                    .registryId(access.place().account())
                    .repositoryName(repository)
                    .imageIds(asked)
                    .build()));
            if (!(answer instanceof Answer.Given<BatchGetImageResponse> given)) {
                return named;
            }
            for (Image image : given.value().images()) {
                String manifest = image.imageManifest();
                List<String> digests = manifest == null ? null : ManifestList.digests(manifest);
                if (digests != null
                        && image.imageId() != null
                        && image.imageId().imageDigest() != null) {
                    named.put(image.imageId().imageDigest(), digests);
                }
            }
        }
        return named;
    }
}
