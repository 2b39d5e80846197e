package io.github.registrymaven.testkit.google;

/** A role that a member has. */
record IamBinding(String role, String member) {}
