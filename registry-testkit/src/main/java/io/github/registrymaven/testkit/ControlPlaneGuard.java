package io.github.registrymaven.testkit;

/** Leaves it to a control plane. */
final class ControlPlaneGuard implements Guard {
    private final ControlPlane plane;

    ControlPlaneGuard(ControlPlane plane) {
        this.plane = plane;
    }

    @Override
    public void admit(Exchange exchange) throws Refused {
        plane.admit(exchange.header("Authorization"));
    }

    @Override
    public void allow(Exchange exchange, String repository, Operation operation) throws Refused {
        String authorization = exchange.header("Authorization");
        plane.allow(authorization, repository, operation);
        if (operation == Operation.FINISH_UPLOAD && sendsContent(exchange)) {
            plane.allow(authorization, repository, Operation.SEND_UPLOAD);
        }
        if (operation == Operation.OPEN_UPLOAD && exchange.query("digest") != null) {
            plane.allow(authorization, repository, Operation.SEND_UPLOAD);
            plane.allow(authorization, repository, Operation.FINISH_UPLOAD);
        }
    }

    private static boolean sendsContent(Exchange exchange) {
        String length = exchange.header("Content-Length");
        return exchange.header("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }
}
