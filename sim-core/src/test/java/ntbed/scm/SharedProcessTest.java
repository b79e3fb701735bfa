package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharedProcessTest {
    @Test
    @DisplayName("I7: services of one image path share a process; the first makes it, the last one ends it")
    void share() {
        ScmFixture scm = ScmFixture.with(
                        Spec.shared("A", "services.exe").auto(),
                        Spec.shared("B", "Services.exe").auto(),
                        Spec.shared("C", "other.exe").auto(),
                        new Spec("Own")
                                .auto()
                                .path("%SystemRoot%\\System32\\services.exe")
                                .program("service"))
                .file("C:\\WINNT\\System32\\services.exe", ImageFile.of("shared-service"))
                .boot();
        assertThat(scm.processes().list()).hasSize(3);
        assertThat(scm.control("A", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.processes().list()).hasSize(3);
        assertThat(scm.control("B", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.processes().list()).hasSize(2);
        assertThat(scm.start("A")).isZero();
        assertThat(scm.processes().list()).hasSize(3);
        assertThat(scm.events()).isEmpty();
    }

    @Test
    @DisplayName("I7, S9: when a shared process dies all its services stop with 1067")
    void dieTogether() {
        ScmFixture scm = ScmFixture.with(
                        Spec.shared("A", "host.exe").auto(),
                        Spec.shared("B", "host.exe").auto())
                .boot();
        scm.processes().terminate(scm.processes().list().get(0).id(), 1);
        assertThat(scm.status("A").win32ExitCode()).isEqualTo(1067);
        assertThat(scm.status("B").win32ExitCode()).isEqualTo(1067);
    }

    @Test
    @DisplayName("I7, T2: a shared process that hangs in a control does not answer a start request: 7011, 1053")
    void hangingHost() {
        ScmFixture scm = ScmFixture.with(Spec.shared("A", "host.exe"), Spec.shared("B", "host.exe"))
                .file(
                        "C:\\WINNT\\System32\\host.exe",
                        ImageFile.of("shared-service").with("hangOnControl", "true"))
                .open();
        assertThat(scm.start("A")).isZero();
        scm.run(5_000);
        assertThat(scm.control("A", 1)).isEqualTo(1053);
        assertThat(scm.start("B")).isEqualTo(1053);
        assertThat(scm.events()).containsExactly("7011|120000", "7011|120000", "7000|B|%%1053");
        assertThat(scm.state("B")).isEqualTo("STOPPED");
    }

    @Test
    @DisplayName("I8: the 101st service process finds all pipes busy: 231")
    void pipes() {
        ScmFixture scm = ScmFixture.with();
        for (int i = 100; i < 201; i++) {
            scm.add(new Spec("S" + i).auto());
        }
        scm.add(Spec.driver("Z", 2, 0)).boot();
        assertThat(scm.events()).containsExactly("7000|S200|%%231");
        assertThat(scm.state("Z")).isEqualTo("RUNNING");
        assertThat(scm.control("S150", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.start("S200")).isZero();
    }

    @Test
    @DisplayName("I1: without ImagePath a driver is System32\\drivers\\NAME.sys, a service System32\\NAME.exe")
    void defaults() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Svc").auto().without("ImagePath"),
                        Spec.driver("Drv", 2, 0).without("ImagePath"))
                .boot();
        assertThat(scm.state("Svc")).isEqualTo("RUNNING");
        assertThat(scm.state("Drv")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("I3: REG_SZ is not expanded; I2: a driver's path may begin with \\SystemRoot or \\??")
    void forms() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Plain").set("ImagePath", RegistryValue.sz("%SystemRoot%\\System32\\Plain.exe")),
                        Spec.driver("One", 3, 0)
                                .path("\\SystemRoot\\System32\\drivers\\One.sys")
                                .noImage(),
                        Spec.driver("Two", 3, 0).path("\\??\\C:\\two.sys").noImage())
                .file("C:\\WINNT\\System32\\drivers\\One.sys", ImageFile.of("driver"))
                .file("C:\\two.sys", ImageFile.of("driver"));
        scm.open();
        assertThat(scm.start("Plain")).isIn(2, 3);
        assertThat(scm.start("One")).isZero();
        assertThat(scm.start("Two")).isZero();
    }

    @Test
    @DisplayName("I6: a missing device is what the driver returns: 20 or 31, in its 7000 and in its dependents' 7001")
    void missingDevice() {
        ScmFixture scm = ScmFixture.with(
                        Spec.driver("Drv", 2, 20), new Spec("Svc").auto().needs("Drv"))
                .boot();
        assertThat(scm.events()).containsExactly("7000|Drv|%%20", "7001|Svc|Drv|%%20");
    }
}
