package io.github.registrymaven.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** ECR, STS and IAM at one address, with answers that a test writes; it begins with a role that may do everything but ask IAM. */
final class FakeAws implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final String ROLE = "arn:aws:sts::111122223333:assumed-role/ci/session";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<String, Reply>> answers = new ConcurrentHashMap<>();
    private final Map<String, String> repositories = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    record Reply(int status, String type, String body) {}

    FakeAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        caller(ROLE, ACCOUNT);
        on(
                "GetAuthorizationToken",
                body -> json("{\"authorizationData\":[{\"authorizationToken\":\"planted-token\"}]}"));
        on("DescribeRepositories", this::describe);
        on("BatchCheckLayerAvailability", body -> json("{\"layers\":[],\"failures\":[]}"));
        on("BatchGetImage", body -> json("{\"images\":[],\"failures\":[{\"failureCode\":\"ImageNotFound\"}]}"));
        on("DescribeRepositoryCreationTemplates", body -> json("{\"repositoryCreationTemplates\":[]}"));
        on("DescribePullThroughCacheRules", body -> json("{\"pullThroughCacheRules\":[]}"));
        on("GetRepositoryPolicy", body -> error("RepositoryPolicyNotFoundException", "there is none"));
        on("GetRegistryPolicy", body -> error("RegistryPolicyNotFoundException", "there is none"));
        on(
                "GetRole",
                body -> xmlError(403, "AccessDenied", denied("iam:GetRole", "arn:aws:iam::111122223333:role/ci")));
        on(
                "SimulatePrincipalPolicy",
                body -> xmlError(403, "AccessDenied", denied("iam:SimulatePrincipalPolicy", "*")));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeAws on(String operation, Function<String, Reply> answer) {
        answers.put(operation, answer);
        return this;
    }

    FakeAws caller(String arn, String account) {
        return on(
                "GetCallerIdentity",
                body -> xml("<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>" + arn
                        + "</Arn><UserId>AROA:s</UserId><Account>" + account
                        + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"));
    }

    /** A repository, with further members of its description. */
    FakeAws repository(String name, String more) {
        repositories.put(
                name,
                "{\"repositoryName\":\"" + name
                        + "\",\"repositoryArn\":\"arn:aws:ecr:eu-west-1:111122223333:repository/" + name + "\""
                        + (more.isEmpty() ? "" : "," + more) + "}");
        return this;
    }

    FakeAws repository(String name) {
        return repository(name, "\"imageTagMutability\":\"MUTABLE\"");
    }

    /** The role may be simulated; what a decision is not given for is allowed. */
    FakeAws simulates(Map<String, String> decisions) {
        on(
                "GetRole",
                body -> xml("<GetRoleResponse><GetRoleResult><Role><Path>/service/</Path><RoleName>ci</RoleName>"
                        + "<RoleId>A</RoleId><Arn>arn:aws:iam::111122223333:role/service/ci</Arn>"
                        + "<CreateDate>2020-01-01T00:00:00Z</CreateDate></Role></GetRoleResult></GetRoleResponse>"));
        return on("SimulatePrincipalPolicy", body -> {
            Map<String, String> form = form(body);
            StringBuilder results = new StringBuilder();
            form.forEach((name, action) -> {
                if (name.startsWith("ActionNames")) {
                    form.forEach((other, resource) -> {
                        if (other.startsWith("ResourceArns")) {
                            results.append("<member><EvalActionName>" + action + "</EvalActionName><EvalResourceName>"
                                    + resource + "</EvalResourceName>"
                                    + decisions.getOrDefault(action, "<EvalDecision>allowed</EvalDecision>")
                                    + "</member>");
                        }
                    });
                }
            });
            return xml(
                    "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated>"
                            + "<EvaluationResults>" + results
                            + "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>");
        });
    }

    /** The operations that were asked for, in that order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    long count(String operation) {
        return asked.stream().filter(operation::equals).count();
    }

    /** The bodies of the requests. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    static String denied(String action, String resource) {
        return "User: " + ROLE + " is not authorized to perform: " + action + " on resource: " + resource
                + " because no identity-based policy allows the " + action + " action";
    }

    static Reply json(String body) {
        return new Reply(200, "application/x-amz-json-1.1", body);
    }

    static Reply error(String code, String message) {
        return new Reply(
                400, "application/x-amz-json-1.1", "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    static Reply xml(String body) {
        return new Reply(200, "text/xml", body);
    }

    static Reply xmlError(int status, String code, String message) {
        return new Reply(
                status,
                "text/xml",
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    }

    private Reply describe(String body) {
        List<String> names = new ArrayList<>();
        Matcher list = Pattern.compile("\"repositoryNames\":\\[([^]]*)]").matcher(body);
        if (list.find()) {
            Matcher name = Pattern.compile("\"([^\"]+)\"").matcher(list.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        } else {
            names.addAll(repositories.keySet());
        }
        for (String name : names) {
            if (!repositories.containsKey(name)) {
                return error("RepositoryNotFoundException", "The repository with name '" + name + "' does not exist");
            }
        }
        return json(
                "{\"repositories\":[" + names.stream().map(repositories::get).collect(Collectors.joining(",")) + "]}");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation =
                target == null ? form(body).getOrDefault("Action", "?") : target.substring(target.indexOf('.') + 1);
        asked.add(operation);
        bodies.add(body);
        Reply reply = answers.getOrDefault(operation, other -> error("UnknownOperation", operation))
                .apply(body);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                form.put(
                        URLDecoder.decode(field.substring(0, sign), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
