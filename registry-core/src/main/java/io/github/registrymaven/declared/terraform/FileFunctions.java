package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.HclFile;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Functions that read files: those inside the folders that were given, and no others. */
final class FileFunctions {
    private FileFunctions() {}

    static Node call(String name, Expression.Call call, Scope scope) {
        if (call.arguments().isEmpty()) {
            return new Node.Unknown(name + "() is given no file", Node.Clue.INVALID, call.at());
        }
        Node named = Evaluator.evaluate(call.arguments().get(0), scope);
        String text = named.text();
        if (text == null) {
            return named instanceof Node.Unknown unknown
                    ? new Node.Unknown(unknown.reason(), call.at())
                    : new Node.Unknown(name + "() is given no path", Node.Clue.INVALID, call.at());
        }
        Path file = file(text, scope.module().run());
        if (file == null) {
            return new Node.Unknown(
                    "the file of " + name + "() is not there, or lies outside of what was given", call.at());
        }
        try {
            return read(name, scope.module().run().folders().file(file), call, scope);
        } catch (Unreadable broken) {
            return new Node.Unknown("the file of " + name + "() cannot be read", call.at());
        }
    }

    private static @Nullable Path file(String text, Run run) {
        try {
            Path file = run.confines().inside(run.root().resolve(text));
            return file != null && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static Node read(String name, SourceFile file, Expression.Call call, Scope scope) throws Unreadable {
        Place at = call.at();
        if (name.equals("fileexists")) {
            return new Node.Flag(true, at);
        }
        String content = SourceText.of(file);
        if (name.equals("file")) {
            return new Node.Text(content, at);
        }
        if (name.equals("filebase64")) {
            return new Node.Text(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)), at);
        }
        Node names = call.arguments().size() == 2
                ? Evaluator.evaluate(call.arguments().get(1), scope)
                : new Node.Nothing(at);
        if (!(names instanceof Node.Fields fields)) {
            return names instanceof Node.Unknown unknown
                    ? new Node.Unknown(unknown.reason(), at)
                    : new Node.Unknown("templatefile() is given no names", Node.Clue.INVALID, at);
        }
        Expression template = HclFile.template(content, file.shown());
        return Evaluator.evaluate(template, new Scope(scope.module(), fields.fields()))
                .movedTo(at);
    }
}
