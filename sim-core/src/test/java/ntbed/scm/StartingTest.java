package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StartingTest {
    @Test
    @DisplayName("G1: auto-start goes through the List, then other groups, then what has no group")
    void phases() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto(),
                        new Spec("B").auto().group("Unlisted"),
                        new Spec("C").auto().group("Second"),
                        new Spec("D").auto().group("First"))
                .groups("First", "Second")
                .boot();
        assertThat(scm.started()).containsExactly("D", "C", "B", "A");
        assertThat(scm.events()).isEmpty();
        assertThat(scm.popups()).isEmpty();
    }

    @Test
    @DisplayName("G1: without a List that can be read every group is an other group")
    void noList() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto(), new Spec("B").auto().group("G"))
                .control("Control\\ServiceGroupOrder", "List", RegistryValue.sz("G"))
                .boot();
        assertThat(scm.started()).containsExactly("B", "A");
    }

    @Test
    @DisplayName("G2: auto-start drivers take part in the pass, drivers of the kernel run before it")
    void drivers() {
        ScmFixture scm = ScmFixture.with(
                        Spec.driver("Npfs", 1, 0).group("G"),
                        Spec.driver("Parvdm", 2, 0).group("G"),
                        new Spec("A").auto().group("G").needs("Npfs", "Parvdm"))
                .groups("G")
                .open();
        assertThat(scm.state("Npfs")).isEqualTo("RUNNING");
        assertThat(scm.state("Parvdm")).isEqualTo("STOPPED");
        scm.manager().autoStart(() -> {});
        scm.run(10_000);
        assertThat(scm.started()).containsExactly("Parvdm", "A");
        assertThat(scm.state("A")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("G3: in a phase the database's order; what must wait for a later one goes into the next round")
    void rounds() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().needs("C"),
                        new Spec("B").auto(),
                        new Spec("C").auto(),
                        new Spec("D").auto())
                .boot();
        assertThat(scm.started()).containsExactly("B", "C", "D", "A");
    }

    @Test
    @DisplayName("G4: NetworkProvider is not in the List: Workstation starts after the listed groups, before the rest")
    void networkProvider() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Browser").auto().needs("LanmanWorkstation"),
                        new Spec("LanmanWorkstation").auto().group("NetworkProvider"),
                        new Spec("Spooler").auto().group("SpoolerGroup"))
                .groups("SpoolerGroup", "RemoteValidation")
                .boot();
        assertThat(scm.started()).containsExactly("Spooler", "LanmanWorkstation", "Browser");
    }

    @Test
    @DisplayName("G5: a dependency that starts on demand is started too")
    void demandDependency() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().needs("B"), new Spec("B").needs("C"), new Spec("C"), new Spec("D"))
                .boot();
        assertThat(scm.started()).containsExactly("C", "B", "A");
    }

    @Test
    @DisplayName("G6: a group dependency needs one started member; without any: 7002, and 1068")
    void groupDependency() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("One").auto().group("Good").does("exitCode", 31),
                        new Spec("Two").auto().group("Good"),
                        new Spec("Bad1").auto().group("Bad").does("exitCode", 52),
                        new Spec("A").auto().needsGroup("Good"),
                        new Spec("B").auto().needsGroup("Bad").shown("Service B"),
                        new Spec("C").auto().needsGroup("Nobody"))
                .groups("Good", "Bad")
                .boot();
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        assertThat(scm.status("B").win32ExitCode()).isEqualTo(1068);
        assertThat(scm.events())
                .containsExactly("7023|One|%%31", "7023|Bad1|%%52", "7002|Service B|Bad", "7002|C|Nobody");
    }

    @Test
    @DisplayName("G7: needing a service of a group that starts later is 7019, needing such a group 7020")
    void laterGroup() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().group("First").needs("Late"),
                        new Spec("B").auto().group("First").needsGroup("Second"),
                        new Spec("C").auto().group("First").needs("A"),
                        new Spec("Late").auto().group("Second"))
                .groups("First", "Second")
                .boot();
        assertThat(scm.started()).containsExactly("Late");
        assertThat(scm.events()).containsExactly("7019|A", "7020|B", "7001|C|A|%%1059");
    }

    @Test
    @DisplayName("G7: what has no place in the List is not later: it is started with its first dependent")
    void unlistedIsDrawnIn() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Netlogon").auto().group("RemoteValidation").needs("LanmanWorkstation", "RpcSs"),
                        new Spec("LanmanWorkstation").auto().group("NetworkProvider"),
                        new Spec("RpcSs").auto())
                .groups("RemoteValidation")
                .boot();
        assertThat(scm.started()).containsExactly("LanmanWorkstation", "RpcSs", "Netlogon");
        assertThat(scm.events()).isEmpty();
    }

    @Test
    @DisplayName("G8: a cycle is 7018 at auto-start; its members end with 1059, what depends on them gets 7001")
    void cycleAtAutoStart() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().needs("B"),
                        new Spec("B").auto().needs("A"),
                        new Spec("C").auto().needs("A"),
                        new Spec("Self").auto().needs("Self"),
                        new Spec("X").auto())
                .boot();
        assertThat(scm.started()).containsExactly("X");
        assertThat(scm.events()).containsExactly("7018", "7001|C|A|%%1059");
        assertThat(scm.status("Self").win32ExitCode()).isEqualTo(1059);
        assertThat(scm.popups()).hasSize(1);
    }

    @Test
    @DisplayName("G8: a cycle is 7017 and 1059 on demand")
    void cycleOnDemand() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").needs("B").shown("Service A"), new Spec("B").needs("C"), new Spec("C").needs("B"))
                .open();
        assertThat(scm.start("A")).isEqualTo(1059);
        assertThat(scm.events()).containsExactly("7017|Service A");
        assertThat(scm.started()).isEmpty();
    }

    @Test
    @DisplayName("G9: a driver of the kernel that depends on a Win32 service is not started: 7015")
    void driverOnService() {
        ScmFixture scm = ScmFixture.with(Spec.driver("Bad", 1, 0).needs("Alerter"), new Spec("Alerter").auto())
                .boot();
        assertThat(scm.state("Bad")).isEqualTo("STOPPED");
        assertThat(scm.events()).containsExactly("7015|Bad");
        assertThat(scm.popups()).hasSize(1);
    }

    @Test
    @DisplayName("G10: a name that does not exist is 7003 with the raw name, 1075 on demand")
    void missingDependency() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().needs("NwcWorkstation").shown("Service A"),
                        new Spec("B").needs("A"),
                        new Spec("C").needs("A").start(4))
                .boot();
        assertThat(scm.events()).containsExactly("7003|Service A|NwcWorkstation");
        assertThat(scm.start("A")).isEqualTo(1075);
        assertThat(scm.start("B")).isEqualTo(1068);
        assertThat(scm.start("C")).isEqualTo(1058);
    }

    @Test
    @DisplayName("G11: a service with a domain account that no controller knows fails, and Netlogon is not drawn in")
    void domainAccount() {
        ScmFixture scm = ScmFixture.with(
                new Spec("A").auto().account("DOMAIN\\svc"), new Spec("Netlogon").group("RemoteValidation"));
        scm.authority.refuse("DOMAIN\\svc", ntbed.win32.Win32Error.ERROR_NO_LOGON_SERVERS);
        scm.boot();
        assertThat(scm.events()).containsExactly("7013|%%1311", "7000|A|%%1069");
        assertThat(scm.started()).isEmpty();
    }

    @Test
    @DisplayName("D1: every service that depends on a failed one gets 7001, and so do those that depend on it")
    void dependentsFail() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().noImage(),
                        new Spec("B").auto().needs("A"),
                        new Spec("C").auto().needs("B"),
                        new Spec("D").auto().needs("A"))
                .boot();
        assertThat(scm.started()).isEmpty();
        assertThat(scm.events()).containsExactly("7000|A|%%2", "7001|B|A|%%2", "7001|C|B|%%1068", "7001|D|A|%%2");
    }

    @Test
    @DisplayName("D2: a dependent's 7001 carries how its direct dependency ended")
    void errorOfTheDependency() {
        ScmFixture scm = ScmFixture.with(
                        Spec.driver("Drv", 2, 31),
                        Spec.driver("Kern", 1, 20),
                        Spec.driver("Fs", 2, 1056).type(2),
                        new Spec("Exit").auto().does("exitCode", 1130),
                        new Spec("Own").auto().does("specificCode", 2612),
                        new Spec("Lost").auto().needs("Nothing"),
                        new Spec("Off").start(4),
                        new Spec("Z1").auto().needs("Drv"),
                        new Spec("Z2").auto().needs("Exit"),
                        new Spec("Z3").auto().needs("Own"),
                        new Spec("Z4").auto().needs("Lost"),
                        new Spec("Z5").auto().needs("Off"),
                        new Spec("Z6").auto().needs("Z5"),
                        new Spec("Z7").auto().needs("Kern"),
                        new Spec("Z8").auto().needs("Fs"))
                .boot();
        assertThat(scm.events().stream().filter(event -> event.startsWith("7001")))
                .containsExactly(
                        "7001|Z1|Drv|%%31",
                        "7001|Z2|Exit|%%1130",
                        "7001|Z3|Own|%%1066",
                        "7001|Z4|Lost|%%1075",
                        "7001|Z5|Off|%%1058",
                        "7001|Z6|Z5|%%1068",
                        "7001|Z7|Kern|%%20",
                        "7001|Z8|Fs|%%1056");
    }

    @Test
    @DisplayName("D3: for a group the event is 7002 with the group's name as it is written in the list")
    void groupEvent() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().needsGroup("networkPROVIDER"))
                .boot();
        assertThat(scm.events()).containsExactly("7002|A|networkPROVIDER");
    }

    @Test
    @DisplayName("D4: services and groups must all be there, of a group any member will do")
    void servicesAndGroups() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("One").auto().group("G"),
                        new Spec("Two").auto().group("G").noImage(),
                        new Spec("S").auto(),
                        new Spec("T").auto().noImage(),
                        new Spec("Both").auto().needs("S").needsGroup("G"),
                        new Spec("Half").auto().needs("T").needsGroup("G"))
                .groups("G")
                .boot();
        assertThat(scm.state("Both")).isEqualTo("RUNNING");
        assertThat(scm.state("Half")).isEqualTo("STOPPED");
    }

    @Test
    @DisplayName("D5: the Resource Guide's example: Workstation disabled")
    void resourceGuideExample() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("LanmanWorkstation")
                                .start(4)
                                .group("NetworkProvider")
                                .shown("Workstation"),
                        new Spec("LanmanServer").auto().shown("Server"),
                        new Spec("Messenger").auto().needs("LanmanWorkstation", "NetBIOS"),
                        Spec.driver("NetBIOS", 1, 0),
                        new Spec("LmHosts").auto().needsGroup("NetworkProvider").shown("TCP/IP NetBIOS Helper"),
                        new Spec("Browser")
                                .auto()
                                .needs("LanmanWorkstation", "LanmanServer", "LmHosts")
                                .shown("Computer Browser"))
                .boot();
        assertThat(scm.events())
                .containsExactlyInAnyOrder(
                        "7001|Messenger|Workstation|%%1058",
                        "7002|TCP/IP NetBIOS Helper|NetworkProvider",
                        "7001|Computer Browser|TCP/IP NetBIOS Helper|%%1068");
        assertThat(scm.popups()).hasSize(1);
    }

    @Test
    @DisplayName("D6: a start on demand starts the dependencies too; one that fails is 1068")
    void demandStartsDependencies() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").needs("B").needsGroup("G"),
                        new Spec("B"),
                        new Spec("M").group("G"),
                        new Spec("Bad").needs("Broken"),
                        new Spec("Broken").does("exitCode", 5))
                .open();
        assertThat(scm.start("A")).isZero();
        assertThat(scm.started()).containsExactly("B", "M", "A");
        assertThat(scm.start("Bad")).isEqualTo(1068);
        assertThat(scm.events()).containsExactly("7023|Broken|%%5", "7001|Bad|Broken|%%5");
    }

    @Test
    @DisplayName("D6: a dependency that is still starting is waited for")
    void waitsForPendingDependency() {
        ScmFixture scm = ScmFixture.with(new Spec("A").does("startMillis", 9_000), new Spec("B").needs("A"))
                .open();
        assertThat(scm.start("A")).isZero();
        assertThat(scm.state("A")).isEqualTo("START_PENDING");
        assertThat(scm.start("B")).isZero();
        assertThat(scm.state("A")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("D7: a disabled dependency has no 7000 of its own, only its dependents' 7001; the message comes too")
    void disabledDependency() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Off").start(4), new Spec("A").auto().needs("Off"))
                .boot();
        assertThat(scm.events()).containsExactly("7001|A|Off|%%1058");
        assertThat(scm.popups()).hasSize(1);
    }
}
