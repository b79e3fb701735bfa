package ntbed.process;

class ServiceProgramContractTest extends ProgramContract {
    @Override
    protected Program program() {
        return GenericPrograms.catalog().find("service").orElseThrow();
    }
}
