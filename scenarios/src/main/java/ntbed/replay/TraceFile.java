package ntbed.replay;

import java.util.List;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.MachineTrace;
import ntbed.trace.TraceText;

/** The traces of runs as text: a heading for each machine from power-on to power-off, then one event a line. */
public final class TraceFile {
    private TraceFile() {}

    /** All traces of all runs. */
    public static String of(List<ArticleRun> runs) {
        StringBuilder text = new StringBuilder();
        for (ArticleRun run : runs) {
            for (MachineTrace machine : run.traces()) {
                text.append("== ").append(run.article().record().id());
                text.append(", ").append(run.edition().title());
                text.append(", ").append(machine.heading()).append('\n');
                text.append(TraceText.of(machine.trace().events()));
            }
        }
        return text.toString();
    }
}
