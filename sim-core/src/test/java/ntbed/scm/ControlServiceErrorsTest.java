package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServiceErrorsTest {
    private static ScmFixture machine() {
        return ScmFixture.with(
                        new Spec("Good").auto(),
                        new Spec("Needed").auto(),
                        new Spec("Needs").auto().needs("Needed"),
                        new Spec("Deaf").auto().does("accept", "none"),
                        new Spec("Hangs").auto().does("hangOnControl", true),
                        new Spec("Slow").does("startMillis", 60_000),
                        new Spec("Idle"))
                .boot();
    }

    @ParameterizedTest(name = "{0}, control {1}: {2}")
    @CsvSource({
        "Good, 1, 0",
        "Good, 300, 87",
        "Needed, 1, 1051",
        "Deaf, 1, 1052",
        "Good, 2, 1052",
        "Hangs, 1, 1053",
        "Slow, 2, 1061",
        "Slow, 1, 1052",
        "Slow, 4, 0",
        "Idle, 1, 1062",
        "Idle, 4, 1062"
    })
    @DisplayName("S3, S6: ControlService answers each obstacle with its code")
    void codes(String service, int control, int code) {
        ScmFixture scm = machine();
        if (service.equals("Slow")) {
            assertThat(scm.start("Slow")).isZero();
        }
        assertThat(scm.control(service, control)).isEqualTo(code);
    }

    @ParameterizedTest(name = "control {0} needs {1}")
    @CsvSource({"1, 0x20", "2, 0x40", "3, 0x40", "4, 0x80", "128, 0x100", "255, 0x100"})
    @DisplayName("K11, S4: each control needs its right, which is looked at before the state: 5; a closed handle is 6")
    void rights(int control, int right) {
        ScmFixture scm = machine();
        var without = scm.scm().openService("Idle", AccessMask.SERVICE_ALL_ACCESS & ~right);
        var with = scm.scm().openService("Idle", right);
        assertThat(ScmFixture.code(() -> without.controlService(control))).isEqualTo(5);
        assertThat(ScmFixture.code(() -> with.controlService(control))).isEqualTo(1062);
        with.close();
        assertThat(ScmFixture.code(() -> with.controlService(control))).isEqualTo(6);
        assertThat(ScmFixture.code(with::close)).isEqualTo(6);
    }
}
