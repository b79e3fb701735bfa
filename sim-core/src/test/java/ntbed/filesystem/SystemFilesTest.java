package ntbed.filesystem;

/** The contract, for the system on a new volume. */
final class SystemFilesTest extends FileApiContract {
    @Override
    FileApi files() {
        return TestVolumes.empty().system();
    }
}
