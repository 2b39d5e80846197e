return io.github.registrymaven.testkit.Programs.missing('skopeo') == null
