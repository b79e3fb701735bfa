package ntbed.scm;

import java.util.List;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;

/** What the manager reads of the registry when it starts. */
final class DatabaseReading {
    private static final String ORDER_KEY = ScmWorld.CONTROL_SET + "\\Control\\ServiceGroupOrder";

    private DatabaseReading() {}

    /** {@code ServiceGroupOrder\List} (G1); empty if it is missing or of another type. */
    static List<String> groupOrder(Registry registry) {
        return registry.value(ORDER_KEY, "List").flatMap(RegistryValue::texts).orElse(List.of());
    }

    static List<ServiceDefinition> definitions(KeyTree services) {
        return ServiceDatabase.read(services);
    }

    static StartPlan plan(KeyTree services, List<ServiceDefinition> definitions, List<String> groupOrder) {
        return StartPlan.of(definitions, groupOrder);
    }
}
