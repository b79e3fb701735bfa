package ntbed.scm;

import java.util.ArrayList;
import java.util.List;

/** A boot that notes what the manager asks of it. */
final class FakeHost implements ScmHost {
    final List<String> calls = new ArrayList<>();
    boolean lastKnownGood;
    boolean miniSetup;

    @Override
    public boolean lastKnownGoodRunning() {
        return lastKnownGood;
    }

    @Override
    public void revertToLastKnownGood(String service) {
        calls.add("revert " + service);
    }

    @Override
    public void acceptBoot() {
        calls.add("accept");
    }

    @Override
    public void fault(String key, String why) {
        calls.add("fault " + key + ": " + why);
    }

    @Override
    public boolean completesMiniSetup() {
        return miniSetup;
    }
}
