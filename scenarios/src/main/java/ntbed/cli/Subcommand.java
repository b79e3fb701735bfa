package ntbed.cli;

import java.io.PrintWriter;
import ntbed.replay.Paint;

/** One command: its options are set, now it does its work and says how it ended. */
interface Subcommand {
    int run(PrintWriter out, Paint paint);
}
