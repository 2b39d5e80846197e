package io.github.registrymaven.declared.hcl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text that is filled in. */
public sealed interface TemplatePart {
    /** Stays as it is. */
    record Fixed(String text) implements TemplatePart {}

    /** <code>${value}</code> */
    record Filled(Expression value) implements TemplatePart {}

    /** <code>%{if condition}…%{else}…%{endif}</code> */
    record Choice(Expression condition, List<TemplatePart> yes, List<TemplatePart> no) implements TemplatePart {}

    /**
     * <code>%{for key, value in of}…%{endfor}</code>
     *
     * @param keyName null where only the value has a name
     */
    record Loop(@Nullable String keyName, String valueName, Expression of, List<TemplatePart> body)
            implements TemplatePart {}
}
