package io.github.registrymaven.testkit;

/** Asks for user name and password with every request, as docker-registry does with htpasswd. */
final class BasicGuard implements Guard {
    private final Users users;

    BasicGuard(Users users) {
        this.users = users;
    }

    @Override
    public void admit(Exchange exchange) throws Refused {
        user(exchange);
    }

    @Override
    public void allow(Exchange exchange, String repository, Operation operation) throws Refused {
        if (!users.rights(user(exchange), repository).contains(operation.action())) {
            throw new Refused(403, "DENIED", "requested access to the resource is denied");
        }
    }

    private String user(Exchange exchange) throws Refused {
        BasicLogin login = BasicLogin.of(exchange.header("Authorization"));
        if (login == null || !users.knows(login.user(), login.password())) {
            exchange.with("WWW-Authenticate", "Basic realm=\"testkit\"");
            throw new Refused(401, "UNAUTHORIZED", "authentication required");
        }
        return login.user();
    }
}
