package io.github.registrymaven.network;

/** What a request yields: an answer, or what stood in the way. */
public sealed interface HttpOutcome permits HttpAnswer, NetworkFault {}
