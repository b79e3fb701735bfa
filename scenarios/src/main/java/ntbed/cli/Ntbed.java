package ntbed.cli;

/** The command line. */
public final class Ntbed {
    private Ntbed() {}

    /** Runs. */
    public static void main(String[] args) {}
}
