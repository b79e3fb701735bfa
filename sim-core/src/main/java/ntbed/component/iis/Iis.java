package ntbed.component.iis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;
import ntbed.security.AccountDatabase;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.time.SeededRandom;

/**
 * Internet Information Server 4.0 of the Option Pack; on Workstation the same as Personal Web Server 4.0, with the web
 * service alone.
 */
public final class Iis implements Component {
    private static final String SYSTEM_ROOT = "C:\\WINNT";

    private Iis() {}

    /** The component, installed as the Option Pack's set-up would leave it. */
    public static Iis component() {
        return new Iis();
    }

    @Override
    public String id() {
        return "iis";
    }

    @Override
    public String heading() {
        return "Internet Information Server 4.0, on Workstation Personal Web Server 4.0";
    }

    @Override
    public List<Program> programs() {
        return List.of(new Inetinfo(), new IisSetup());
    }

    /**
     * The files of this part of the Option Pack on its disc: {@code iis\\iissetup.exe} and what it installs, by path
     * with backslashes below the folder of the Option Pack's own {@code setup.exe}.
     */
    public static SortedMap<String, byte[]> discFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("iis\\iissetup.exe", ImageFile.encode(IisSetup.ID, Map.of()));
        IisFiles.inetsrv().forEach((name, content) -> files.put("iis\\inetsrv\\" + name, content));
        return files;
    }

    /**
     * What can be read in a metabase file without any key, a line a property: {@code path TAB record}, records as in
     * the package's document; the data of a secure property is {@code (secure)}.
     *
     * @throws ntbed.win32.Win32Exception 2140, MD_ERROR_INVALID_VERSION a damaged file
     */
    public static List<String> readable(byte[] metabaseFile) {
        List<String> lines = new ArrayList<>();
        readable("", MetabaseFile.decode(metabaseFile).tree().root(), lines);
        return lines;
    }

    private static void readable(String path, MetaNode node, List<String> lines) {
        for (MetaRecord record : node.records()) {
            String open = record.has(MetaRecord.SECURE) ? RecordText.head(record) + "(secure)" : RecordText.of(record);
            lines.add((path.isEmpty() ? "/" : path) + "\t" + open);
        }
        node.children().forEach(child -> readable(path + "/" + child.name(), child, lines));
    }

    @Override
    public void install(MachineBuilder machine) {
        String product = text(machine, Layout.PRODUCT_OPTIONS, "ProductType");
        MachineKey machineKey = machineKey(machine);
        SeededRandom random = new SeededRandom(
                ByteBuffer.wrap(machineKey.derive("chance of an installer")).getLong());
        Plan plan = Plan.draw(
                text(machine, Layout.COMPUTER_NAME, "ComputerName"),
                IisService.of(!product.equals("WinNT")),
                Plan.WEB_ROOT,
                Plan.FTP_ROOT,
                SYSTEM_ROOT,
                random);
        files(machine, plan);
        registry(machine, plan);
        machine.accounts(accounts -> accounts(accounts, plan));
        metabase(machine, plan, machineKey, random);
        machine.programs(programs().toArray(new Program[0]));
    }

    private static void files(MachineBuilder machine, Plan plan) {
        String inetsrv = SYSTEM_ROOT + "\\" + Layout.INETSRV + "\\";
        IisFiles.inetsrv().forEach((name, content) -> machine.file(inetsrv + name, content));
        machine.directory(inetsrv + "MetaBack");
        machine.file(plan.webRoot() + "\\default.htm", IisFiles.page());
        if (plan.has(IisService.FTP)) {
            machine.directory(plan.ftpRoot());
            machine.file(inetsrv + "iisadmin\\default.htm", IisFiles.page());
        }
    }

    private static void registry(MachineBuilder machine, Plan plan) {
        for (IisService service : plan.services()) {
            ServiceConfig config = service.config();
            String key = Layout.SERVICES + service.name();
            machine.service(service.name(), config.serviceType(), config.startType(), config.errorControl());
            machine.set(key, "DisplayName", RegistryValue.sz(service.displayName()));
            machine.set(key, "ImagePath", RegistryValue.expandSz(Layout.IMAGE_PATH));
            machine.set(key, "ObjectName", RegistryValue.sz(config.serviceStartName()));
            machine.set(key, "DependOnService", RegistryValue.multiSz(service.dependencies()));
        }
        RegistryEntries.of(plan).forEach(entry -> machine.set(entry.key(), entry.name(), entry.value()));
        // The Option Pack's setup.exe keeps this list itself; only where it never ran is it missing.
        plan.services().forEach(service -> machine.set(Layout.INSTALLED_PARTS, service.part(), RegistryValue.dword(1)));
    }

    private static AccountDatabase accounts(AccountDatabase accounts, Plan plan) {
        AccountDatabase with = accounts.withUser(plan.webAccount(), plan.webPassword(), "Internet Guest Account")
                .withUser(
                        plan.applicationAccount(),
                        plan.applicationPassword(),
                        "Internet server Web application manager identity");
        Sid visitor = with.requireUser(plan.webAccount()).sid();
        Sid application = with.requireUser(plan.applicationAccount()).sid();
        return with.withMember("Guests", visitor)
                .withMember("Guests", application)
                .withRight(visitor, Privilege.SE_INTERACTIVE_LOGON)
                .withRight(application, Privilege.SE_BATCH_LOGON);
    }

    private static void metabase(MachineBuilder machine, Plan plan, MachineKey machineKey, SeededRandom random) {
        String path = SYSTEM_ROOT + "\\" + Layout.INETSRV + "\\" + Layout.METABASE;
        if (Layout.isClearText(text(machine, Layout.LANGUAGE, "Default"))) {
            Sealer clear = Sealer.clear();
            machine.file(path, new MetabaseFile(false, new byte[0], FirstMetabase.tree(plan, clear)).encode());
            return;
        }
        KeyContainer container = KeyContainer.generate(Layout.CONTAINER, random.fork("key container"));
        container
                .encode(machineKey)
                .forEach((name, value) -> machine.set(KeyContainers.path(Layout.CONTAINER), name, value));
        byte[] installation = random.fork("installation").nextBytes(SessionKey.INSTALLATION_BYTES);
        SessionKey key = SessionKey.create(machineKey, installation);
        MetabaseTree tree = FirstMetabase.tree(plan, Sealer.with(key));
        machine.file(path, new MetabaseFile(true, key.wrap(container, installation), tree).encode());
    }

    /** The machine's key; a machine that has none gets one, as every installation has (decision D1). */
    private static MachineKey machineKey(MachineBuilder machine) {
        Optional<MachineKey> present =
                machine.value(MachineKey.KEY, MachineKey.VALUE).flatMap(MachineKey::decode);
        if (present.isPresent()) {
            return present.get();
        }
        MachineKey made = MachineKey.generate(new SeededRandom(machine.clock().ticks()));
        machine.set(MachineKey.KEY, MachineKey.VALUE, made.encode());
        return made;
    }

    private static String text(MachineBuilder machine, String key, String name) {
        return machine.value(key, name).flatMap(RegistryValue::text).orElse("");
    }
}
