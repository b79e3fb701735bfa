package ntbed.component.office97;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;

/**
 * Microsoft Office 97, Professional Edition: its setup table file with the product ID, its setup program, its entry in
 * Add/Remove Programs.
 */
public final class Office97 implements Component {
    /** The setup table file (decision D12). */
    public static final NtPath SETUP_TABLE =
            NtPath.of("C:\\Program Files\\Microsoft Office\\Office\\Setup\\off97pro.stf");

    /** What an installation without a number of its own gets [M]. */
    private static final String DEFAULT_PRODUCT_ID = "53491-111-1111111-00097";

    private static final String SETUP_PROGRAM = "C:\\Program Files\\Microsoft Office\\Office\\Setup\\Setup.exe";
    private static final String UNINSTALL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Office8.0";

    private final String productId;

    private Office97(String productId) {
        this.productId = productId;
    }

    /** The component with one product ID for all installations. */
    public static Office97 component() {
        return new Office97(DEFAULT_PRODUCT_ID);
    }

    /** An installation from a compact disc, for which Setup drew that number (Q117618). */
    public static Office97 withProductId(String productId) {
        return new Office97(productId);
    }

    /** The product ID that the About box shows; empty where Office 97 is not installed. */
    public static Optional<String> productId(Win32 win32) {
        return win32.files().exists(SETUP_TABLE)
                ? SetupTable.read(win32.files().read(SETUP_TABLE)).map(SetupTable::productId)
                : Optional.empty();
    }

    /** Add/Remove Programs, Microsoft Office 97: starts its setup program in maintenance mode. */
    public static void addRemove(Win32 win32) {
        win32.traceToolUse("addremove", "Microsoft Office 97, Professional Edition");
        var unused = win32.createProcess("\"" + SETUP_PROGRAM + "\" /w " + SETUP_TABLE.name());
    }

    @Override
    public String id() {
        return "office97";
    }

    @Override
    public String heading() {
        return "Microsoft Office 97, Professional Edition";
    }

    @Override
    public void install(MachineBuilder machine) {
        machine.file(SETUP_TABLE.toString(), new SetupTable(productId).encode());
        machine.image(SETUP_PROGRAM, new ImageFile(MaintenanceMode.ID, Map.of()));
        for (String program : List.of("Winword.exe", "Excel.exe", "Powerpnt.exe", "Msaccess.exe")) {
            machine.image("C:\\Program Files\\Microsoft Office\\Office\\" + program, ImageFile.of("console"));
        }
        machine.set(UNINSTALL, "DisplayName", RegistryValue.sz(heading()));
        machine.set(UNINSTALL, "UninstallString", RegistryValue.sz(SETUP_PROGRAM + " /w " + SETUP_TABLE.name()));
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        return List.of(new MaintenanceMode());
    }
}
