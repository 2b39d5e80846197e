package io.github.registrymaven.discovery;

/** A plugin that is called as one that is known, and is another: what its elements mean is not known. */
final class Namesake implements PushingPlugin {
    @Override
    public boolean pushesWith(String goal) {
        return goal.equals("push");
    }

    @Override
    public String defaultPhase(String goal) {
        return "deploy";
    }

    @Override
    public void find(Configured push, Found found) {
        found.remark(push.at("of " + push.groupId())
                + " is not the plugin of io.fabric8 or com.spotify, and what it pushes is not known: not checked");
    }
}
