package ntbed.boot;

/**
 * The parts of a computer that neither disk nor power cable can change.
 *
 * @param serial tells this computer from others; two machines with one disk image differ in it
 * @param processors how many
 * @param memoryMegabytes main memory, as the kernel shows it
 * @param processorIdentifier as NTDETECT writes it below {@code HARDWARE\DESCRIPTION}
 */
public record Hardware(String serial, int processors, int memoryMegabytes, String processorIdentifier) {
    private static final int PENTIUM_SERVER_MEGABYTES = 64;

    public Hardware {
        if (processors < 1 || memoryMegabytes < 12) {
            throw new IllegalArgumentException("NT 4.0 needs a processor and 12 MB");
        }
    }

    /** The server of the timeline: one Pentium, 64 MB. */
    public static Hardware server(String serial) {
        return new Hardware(serial, 1, PENTIUM_SERVER_MEGABYTES, "x86 Family 5 Model 4 Stepping 3");
    }
}
