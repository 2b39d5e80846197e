package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.Repository;

/**
 * Looks repositories up, a hundred with one request. One that is absent or not shown spoils the answer for all of a request:
 * then the whole registry is listed, or, where that is not allowed, each is asked for by itself.
 */
final class RepositoryLookup {
    /** No image has it, so what is asked about it changes nothing and tells whether the repository is there. */
    static final String NO_DIGEST = "sha256:" + "0".repeat(64);

    private static final String NOT_FOUND = "RepositoryNotFoundException";
    private static final int MOST_NAMES = 100;
    private static final int MOST_SINGLE = 20;
    private static final int MOST_BY_IMAGE = 10;
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 10;

    private final EcrClient ecr;
    private final String registry;
    private final Map<String, RepositorySeen> seen = new HashMap<>();
    private @Nullable Map<String, Repository> listed;
    private boolean listingTried;
    private int single;
    private int byImage;
    private boolean nothingShown;

    RepositoryLookup(EcrClient ecr, String registry) {
        this.ecr = ecr;
        this.registry = registry;
    }

    Map<String, RepositorySeen> look(List<String> names) throws InterruptedException {
        for (int from = 0; from < names.size(); from += MOST_NAMES) {
            some(names.subList(from, Math.min(names.size(), from + MOST_NAMES)));
        }
        return Map.copyOf(seen);
    }

    /** All repositories of the registry; null where they were not listed. */
    @Nullable
    List<String> listed() {
        return listed == null ? null : listed.keySet().stream().sorted().toList();
    }

    private void some(List<String> names) throws InterruptedException {
        Answer<DescribeRepositoriesResponse> answer = describe(names);
        if (answer instanceof Answer.Given<DescribeRepositoriesResponse> given) {
            given.value()
                    .repositories()
                    .forEach(each -> seen.put(each.repositoryName(), new RepositorySeen.There(each)));
            // What an answer leaves out was not said to be absent.
            names.forEach(name -> seen.putIfAbsent(name, new RepositorySeen.Hidden(leftOut())));
            return;
        }
        Trouble trouble = ((Answer.None<DescribeRepositoriesResponse>) answer).trouble();
        if (trouble.code().equals(NOT_FOUND)) {
            Map<String, Repository> all = list();
            for (String name : names) {
                seen.put(
                        name,
                        all != null
                                ? in(all, name)
                                : names.size() == 1 ? new RepositorySeen.Absent() : alone(name, trouble));
            }
        } else if (trouble.isDenied()) {
            for (String name : names) {
                seen.put(name, names.size() == 1 ? byImage(name, trouble) : alone(name, trouble));
            }
        } else {
            names.forEach(name -> seen.put(name, new RepositorySeen.Hidden(trouble)));
        }
    }

    private static RepositorySeen in(Map<String, Repository> all, String name) {
        Repository repository = all.get(name);
        return repository == null ? new RepositorySeen.Absent() : new RepositorySeen.There(repository);
    }

    private RepositorySeen alone(String name, Trouble before) throws InterruptedException {
        if (nothingShown) {
            return byImage(name, before);
        }
        if (single++ >= MOST_SINGLE) {
            return new RepositorySeen.Hidden(before);
        }
        Answer<DescribeRepositoriesResponse> answer = describe(List.of(name));
        if (answer instanceof Answer.Given<DescribeRepositoriesResponse> given) {
            return given.value().repositories().stream()
                    .filter(each -> name.equals(each.repositoryName()))
                    .findFirst()
                    .<RepositorySeen>map(RepositorySeen.There::new)
                    .orElseGet(() -> new RepositorySeen.Hidden(leftOut()));
        }
        Trouble trouble = ((Answer.None<DescribeRepositoriesResponse>) answer).trouble();
        if (trouble.code().equals(NOT_FOUND)) {
            return new RepositorySeen.Absent();
        }
        // Who may not see one of the build's repositories seldom sees the next.
        nothingShown = trouble.isDenied();
        return trouble.isDenied() ? byImage(name, trouble) : new RepositorySeen.Hidden(trouble);
    }

    /** Who pushes may ask for images, and seldom for repositories. */
    private RepositorySeen byImage(String name, Trouble denied) throws InterruptedException {
        if (byImage++ >= MOST_BY_IMAGE) {
            return new RepositorySeen.Hidden(denied);
        }
        Answer<Boolean> answer = Answer.to(() -> ecr.batchGetImage(BatchGetImageRequest.builder()
                        .registryId(registry)
                        .repositoryName(name)
                        .imageIds(
                                ImageIdentifier.builder().imageDigest(NO_DIGEST).build())
                        .build())
                .hasFailures());
        if (answer instanceof Answer.None<Boolean> none) {
            return none.trouble().code().equals(NOT_FOUND)
                    ? new RepositorySeen.Absent()
                    : new RepositorySeen.Hidden(denied);
        }
        return new RepositorySeen.Veiled(denied);
    }

    private Answer<DescribeRepositoriesResponse> describe(List<String> names) throws InterruptedException {
        return Answer.to(() -> ecr.describeRepositories(DescribeRepositoriesRequest.builder()
                .registryId(registry)
                .repositoryNames(names)
                .build()));
    }

    private @Nullable Map<String, Repository> list() throws InterruptedException {
        if (listingTried) {
            return listed;
        }
        listingTried = true;
        Map<String, Repository> all = new HashMap<>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = next;
            Answer<DescribeRepositoriesResponse> answer =
                    Answer.to(() -> ecr.describeRepositories(DescribeRepositoriesRequest.builder()
                            .registryId(registry)
                            .maxResults(PAGE)
                            .nextToken(from)
                            .build()));
            if (!(answer instanceof Answer.Given<DescribeRepositoriesResponse> given)) {
                return null;
            }
            given.value().repositories().forEach(each -> all.put(each.repositoryName(), each));
            next = given.value().nextToken();
            if (next == null) {
                listed = all;
                return all;
            }
        }
        return null;
    }

    static Trouble leftOut() {
        return new Trouble(Cause.UNKNOWN, "AWS's answer leaves it out", List.of(), null, "");
    }
}
