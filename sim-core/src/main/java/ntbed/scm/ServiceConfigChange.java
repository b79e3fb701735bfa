package ntbed.scm;

import java.util.List;
import java.util.Optional;

/**
 * What {@code ChangeServiceConfig} is to change; an empty field is SERVICE_NO_CHANGE.
 *
 * @param serviceType see {@link ServiceConfig}
 * @param startType see {@link ServiceConfig}
 * @param errorControl see {@link ServiceConfig}
 * @param binaryPathName see {@link ServiceConfig}
 * @param loadOrderGroup see {@link ServiceConfig}
 * @param dependOnServices see {@link ServiceConfig}
 * @param dependOnGroups see {@link ServiceConfig}
 * @param serviceStartName see {@link ServiceConfig}
 * @param password see {@link ServiceConfig}
 * @param displayName see {@link ServiceConfig}
 */
public record ServiceConfigChange(
        Optional<Integer> serviceType,
        Optional<Integer> startType,
        Optional<Integer> errorControl,
        Optional<String> binaryPathName,
        Optional<String> loadOrderGroup,
        Optional<List<String>> dependOnServices,
        Optional<List<String>> dependOnGroups,
        Optional<String> serviceStartName,
        Optional<String> password,
        Optional<String> displayName) {
    /** Changes nothing. */
    public static final ServiceConfigChange NONE = new ServiceConfigChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Changes the start type alone. */
    public static ServiceConfigChange startType(int startType) {
        return new ServiceConfigChange(
                NONE.serviceType,
                Optional.of(startType),
                NONE.errorControl,
                NONE.binaryPathName,
                NONE.loadOrderGroup,
                NONE.dependOnServices,
                NONE.dependOnGroups,
                NONE.serviceStartName,
                NONE.password,
                NONE.displayName);
    }
}
