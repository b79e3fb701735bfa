package ntbed.filesystem;

/** The contract, for an ordinary user where Everyone has full control. */
final class UserFilesTest extends FileApiContract {
    @Override
    FileApi files() {
        return TestVolumes.empty().as(TestVolumes.alice());
    }
}
