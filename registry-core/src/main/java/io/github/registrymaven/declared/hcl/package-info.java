/**
 * The syntax of HCL 2, as Terraform writes it: text into blocks, attributes and expressions, each with its line. Nothing is
 * worked out here.
 *
 * <p>Why not a library: of those for the JVM, {@code hcl4j} (0.9.8) hands over maps without lines and brings Apache's HTTP
 * client and Jackson with it, 5 MB in 15 jars, more than the plugin may weigh; {@code rewrite-hcl} keeps lines, evaluates
 * nothing and brings all of OpenRewrite with ANTLR. Neither tells what is unknown from what is empty, which is what a verdict
 * hangs on.
 *
 * <p>The grammar: <a href="https://github.com/hashicorp/hcl/blob/v2.24.0/hclsyntax/spec.md">HCL native syntax</a>.
 */
@NullMarked
package io.github.registrymaven.declared.hcl;

import org.jspecify.annotations.NullMarked;
