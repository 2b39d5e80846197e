package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.dockerfile.Stage;
import java.util.List;
import java.util.Set;

/** An archive with all its dependencies in it, and how a stage before takes it apart. */
final class OneArchive {
    private final Instruction copy;
    private final Stage lowest;

    OneArchive(Instruction copy, Stage lowest) {
        this.copy = copy;
        this.lowest = lowest;
    }

    private boolean isWar() {
        return ApplicationCopy.sources(copy).get(0).endsWith(".war");
    }

    String title() {
        return isWar()
                ? "Unpack it in a stage before, and copy its libraries first"
                : "Unpack it in a stage before, and copy dependencies first, as Spring Boot's own tools do it";
    }

    String change() {
        return isWar() ? ofWar() : ofSpringBoot();
    }

    private String ofWar() {
        String folder = folder();
        return "FROM eclipse-temurin:21 AS unpack\n" + copied("app.war")
                + "RUN mkdir -p app libraries/WEB-INF && cd app && jar -xf ../app.war && mv WEB-INF/lib ../libraries/WEB-INF/\n\n"
                + "FROM " + lowest.from() + "\n"
                + "COPY --from=unpack libraries/ " + folder + "/\n"
                + "COPY --from=unpack app/ " + folder + "/\n";
    }

    /** A server unpacks an archive into a folder of its name. */
    private String folder() {
        List<String> words = copy.words();
        String target = words.get(words.size() - 1).replaceFirst("/*$", "");
        String source = words.get(0);
        String named = target.endsWith(".war")
                ? target
                : target + "/" + source.substring(source.lastIndexOf('/') + 1).replace("*", "app");
        return named.replaceFirst("\\.war$", "");
    }

    private String ofSpringBoot() {
        return "FROM " + lowest.from() + " AS unpack\n" + copied("app.jar")
                + "RUN java " + extract() + " --destination unpacked\n\n"
                + "FROM " + lowest.from() + "\n"
                + "COPY --from=unpack unpacked/dependencies/ ./\n"
                + "COPY --from=unpack unpacked/spring-boot-loader/ ./\n"
                + "COPY --from=unpack unpacked/snapshot-dependencies/ ./\n"
                + "COPY --from=unpack unpacked/application/ ./\n";
    }

    /** Spring Boot has its tools from 3.3 on, and that from Java 17 on. */
    private String extract() {
        BaseImage image = BaseImage.of(lowest);
        return image != null && image.java() < 17
                ? "-Djarmode=layertools -jar app.jar extract"
                : "-Djarmode=tools -jar app.jar extract --layers";
    }

    private String copied(String name) {
        String line = copy.withFlags(Set.of("from"));
        List<String> words = copy.words();
        String source = copy.exec() == null ? line.replaceFirst("\\s+\\S+$", "") : words.get(0);
        return "COPY " + source + " " + name + "\n";
    }
}
