package io.github.registrymaven.aws;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.policy.lifecycle.ManifestList;
import io.github.registrymaven.preflight.StoredImages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/**
 * What lies in a repository of Amazon ECR, and what its manifest lists name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html">DescribeImages</a>
 */
final class StoredLook {
    /** So that a page with many tags an image fits into what the engine reads of one answer. */
    private static final int PAGE = 500;

    private static final int MOST_PAGES = 100;
    /** What BatchGetImage takes at once is 100; manifests are kilobytes. */
    private static final int LISTS_AT_ONCE = 50;

    private final Access.Open access;

    StoredLook(Access.Open access) {
        this.access = access;
    }

    StoredImages in(String repository) throws InterruptedException {
        try (EcrClient ecr = access.clients().ecr(access.caller().provider())) {
            List<ImageDetail> details = new ArrayList<>();
            String next = null;
            for (int page = 0; page < MOST_PAGES; page++) {
                Answer<DescribeImagesResponse> answer = page(ecr, repository, next);
                if (answer instanceof Answer.None<DescribeImagesResponse> none) {
                    return new StoredImages.Unlisted(
                            "is not listed: " + none.trouble().words("ecr:DescribeImages")
                                    + "; allow ecr:DescribeImages on it, and ecr:BatchGetImage for manifest lists");
                }
                DescribeImagesResponse given = ((Answer.Given<DescribeImagesResponse>) answer).value();
                details.addAll(given.imageDetails());
                next = given.nextToken();
                if (next == null || next.isEmpty()) {
                    return listed(ecr, repository, details);
                }
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
                .build()));
    }

    private StoredImages listed(EcrClient ecr, String repository, List<ImageDetail> details)
            throws InterruptedException {
        List<String> lists = details.stream()
                .filter(detail -> isList(detail.imageManifestMediaType()))
                .map(ImageDetail::imageDigest)
                .toList();
        Map<String, List<String>> named = named(ecr, repository, lists);
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
        return new StoredImages.Listed(images, open);
    }

    private static boolean isList(@Nullable String mediaType) {
        return mediaType != null
                && (mediaType.equals("application/vnd.oci.image.index.v1+json")
                        || mediaType.equals("application/vnd.docker.distribution.manifest.list.v2+json"));
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
