package ntbed.process;

class SharedServiceProgramContractTest extends ProgramContract {
    @Override
    protected Program program() {
        return GenericPrograms.catalog().find("shared-service").orElseThrow();
    }
}
