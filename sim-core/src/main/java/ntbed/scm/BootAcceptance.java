package ntbed.scm;

import ntbed.win32.Win32Error;

/** When this boot counts as good (L4, L5, L7). */
final class BootAcceptance {
    private static final String WINLOGON = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon";

    private final ScmWorld world;
    private final FailurePolicy failures;
    private boolean autoStartDone;
    private boolean reportedGood;
    private boolean accepted;

    BootAcceptance(ScmWorld world, FailurePolicy failures) {
        this.world = world;
        this.failures = failures;
    }

    /** Auto-start is over, and nothing severe failed. */
    void autoStartDone() {
        autoStartDone = true;
        acceptIfBoth();
    }

    /** A user logged on: Winlogon reports the boot as good, if ReportBootOK is 1 (L5; missing or no text means 1). */
    void userLoggedOn() {
        String report = world.registry()
                .value(WINLOGON, "ReportBootOK")
                .flatMap(value -> value.text())
                .orElse("1");
        if (report.equals("1") && !reportedGood) {
            reportedGood = true;
            acceptIfBoth();
        }
    }

    /** As NotifyBootConfigStatus, rights already checked: 1074, 1076. */
    void notify(boolean good) {
        if (good) {
            if (accepted) {
                throw Win32Error.ERROR_BOOT_ALREADY_ACCEPTED.raise("NotifyBootConfigStatus");
            }
            reportedGood = true;
            acceptIfBoth();
            return;
        }
        if (world.host().lastKnownGoodRunning()) {
            throw Win32Error.ERROR_ALREADY_RUNNING_LKG.raise("NotifyBootConfigStatus");
        }
        if (accepted) {
            throw Win32Error.ERROR_BOOT_ALREADY_ACCEPTED.raise("NotifyBootConfigStatus");
        }
        failures.stopEverything();
        world.host().revertToLastKnownGood("");
    }

    private void acceptIfBoth() {
        if (autoStartDone && reportedGood && !accepted && !failures.isOver()) {
            accepted = true;
            world.host().acceptBoot();
        }
    }
}
