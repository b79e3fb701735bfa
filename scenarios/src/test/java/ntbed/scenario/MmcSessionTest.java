package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.machine.Machine;
import ntbed.scenario.Step.ToolVerb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Internet Service Manager as an article uses it. */
class MmcSessionTest {
    private ToolSession mmc;

    @BeforeEach
    void open() {
        Machine machine = Machine.powerOn(Components.install("iis", Components.base(Edition.SERVER, 4)), 1);
        machine.boot();
        mmc = Tools.open("mmc", machine.logOn("Administrator", ""));
    }

    @Test
    void linesAreSelectedOpenedAndHaveMenus() {
        assertThat(mmc.lines()).contains("Default Web Site (Running)");
        mmc.use(ToolVerb.EXPAND, "Default Web Site");
        assertThat(mmc.lines()).contains("default.htm");
        mmc.use(ToolVerb.RIGHT_CLICK, "Default Web Site");
        mmc.use(ToolVerb.CHOOSE, "Properties");
        assertThat(mmc.window()).contains("Default Web Site Properties");
        mmc.use(ToolVerb.CLICK, "Home Directory");
        mmc.use(ToolVerb.TYPE, "Local Path", "C:\\Inetpub\\other");
        mmc.use(ToolVerb.CLICK, "Apply");
        assertThat(mmc.lines()).contains("Local Path: C:\\Inetpub\\other");
        mmc.use(ToolVerb.CLICK, "OK");
        mmc.use(ToolVerb.CHOOSE, "Stop");
        assertThat(mmc.lines()).contains("Default Web Site (Stopped)");
        mmc.use(ToolVerb.CLOSE, "");
        assertThat(mmc.window()).isEmpty();
    }

    @Test
    void whatTheConsoleHasNotIsSaid() {
        assertThatThrownBy(() -> mmc.use(ToolVerb.CLICK, "Start"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("mmc offers nothing to click Start");
        assertThatThrownBy(() -> mmc.use(ToolVerb.SELECT, "Nowhere"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no line Nowhere in sight");
        mmc.use(ToolVerb.SELECT, "Default Web Site");
        assertThatThrownBy(() -> mmc.use(ToolVerb.CHOOSE, "Explode")).hasMessageContaining("Action, Properties");
    }
}
