package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Place;

/**
 * What may give a root module's variables values that are not read: then a default is not taken for the value.
 *
 * @param words as part of a sentence
 */
record Giver(String words, Place at) {}
