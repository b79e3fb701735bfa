package ntbed.component.office97;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Office97Test {
    @Test
    void theProductIdStandsInTheSetupTableFile() {
        assertThat(Office97.productId(booted(BaseInstallation.server()).asSystem()))
                .isEmpty();
        assertThat(Office97.productId(withOffice("1-2-3").asSystem())).contains("1-2-3");
    }

    @Test
    void maintenanceModeRunsWithAnIntactFileOnly() {
        Machine machine = withOffice("1-2-3");
        Win32 door = machine.asSystem();
        Office97.addRemove(door);
        machine.runForMillis(100);
        Desktop.Dialog window = machine.desktop().open().get(0);
        assertThat(window.buttons()).contains("Exit Setup");
        door.desktop().answer(window, new Desktop.Answer("Exit Setup", Map.of()));

        byte[] file = door.files().read(Office97.SETUP_TABLE);
        String changed = new String(file, StandardCharsets.ISO_8859_1).replace("1-2-3", "3-2-1");
        door.files().write(Office97.SETUP_TABLE, changed.getBytes(StandardCharsets.ISO_8859_1));
        Office97.addRemove(door);
        machine.runForMillis(100);
        assertThat(machine.desktop().open().get(0).text()).contains("damaged");
        assertThat(Office97.productId(door)).contains("3-2-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add/Remove...", "Reinstall", "Remove All"})
    void whatMaintenanceModeWouldDoIsRefusedByName(String button) {
        Machine machine = withOffice("1-2-3");
        Office97.addRemove(machine.asSystem());
        machine.runForMillis(100);
        Desktop.Dialog window = machine.desktop().open().get(0);
        assertThatThrownBy(() -> machine.desktop().answer(window, new Desktop.Answer(button, Map.of())))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining(button);
    }

    private static Machine withOffice(String productId) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        Office97.withProductId(productId).install(machine);
        return booted(machine.build());
    }

    private static Machine booted(MachineImage image) {
        Machine machine = Machine.powerOn(image, 1);
        machine.boot();
        return machine;
    }
}
