package ntbed.process;

class ConsoleProgramContractTest extends ProgramContract {
    @Override
    protected Program program() {
        return GenericPrograms.catalog().find("console").orElseThrow();
    }
}
