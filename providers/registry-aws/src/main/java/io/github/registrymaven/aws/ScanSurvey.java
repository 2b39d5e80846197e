package io.github.registrymaven.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetRepositoryScanningConfigurationRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetRepositoryScanningConfigurationResponse;
import software.amazon.awssdk.services.ecr.model.GetAccountSettingRequest;
import software.amazon.awssdk.services.ecr.model.GetRegistryScanningConfigurationRequest;
import software.amazon.awssdk.services.ecr.model.RegistryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.RepositoryScanningConfiguration;

/** The questions about scanning: under way from the start, and gathered when they are needed. */
final class ScanSurvey {
    /** The most names that the API takes at once. */
    private static final int MOST_NAMES = 25;

    private final Future<Answer<RegistryScanningConfiguration>> registry;
    private final Future<Answer<String>> engine;
    private final List<Future<Answer<BatchGetRepositoryScanningConfigurationResponse>>> effective = new ArrayList<>();

    /** Asks about the caller's own registry; these calls know no other. */
    ScanSurvey(EcrClient ecr, List<String> names, Questions questions) {
        registry = questions.ask(() -> Answer.to(() -> Answer.told(ecr.getRegistryScanningConfiguration(
                        GetRegistryScanningConfigurationRequest.builder().build())
                .scanningConfiguration())));
        engine =
                questions.ask(() -> Answer.to(() -> Answer.told(ecr.getAccountSetting(GetAccountSettingRequest.builder()
                                .name("BASIC_SCAN_TYPE_VERSION")
                                .build())
                        .value())));
        for (int from = 0; from < names.size(); from += MOST_NAMES) {
            List<String> some = names.subList(from, Math.min(names.size(), from + MOST_NAMES));
            effective.add(questions.ask(() -> Answer.to(() ->
                    ecr.batchGetRepositoryScanningConfiguration(BatchGetRepositoryScanningConfigurationRequest.builder()
                            .repositoryNames(some)
                            .build()))));
        }
    }

    Scans result() throws InterruptedException {
        Map<String, RepositoryScanningConfiguration> told = new HashMap<>();
        Trouble unseen = null;
        for (Future<Answer<BatchGetRepositoryScanningConfigurationResponse>> asked : effective) {
            Answer<BatchGetRepositoryScanningConfigurationResponse> answer = Questions.result(asked);
            if (answer instanceof Answer.Given<BatchGetRepositoryScanningConfigurationResponse> given) {
                given.value().scanningConfigurations().forEach(one -> told.put(one.repositoryName(), one));
            } else {
                unseen = ((Answer.None<BatchGetRepositoryScanningConfigurationResponse>) answer).trouble();
            }
        }
        return new Scans(Questions.result(registry), told, unseen, Questions.result(engine));
    }
}
