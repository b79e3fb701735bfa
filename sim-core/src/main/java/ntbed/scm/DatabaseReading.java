package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;

/**
 * What the manager reads of the registry when it starts: the services in order, and the plan that follows from them.
 * Both depend on nothing but the key trees, so they are remembered with the Services key, for all machines that share
 * it.
 *
 * @param services all of them, in database order
 * @param denied names of the keys that deny access to SYSTEM
 * @param groupOrder the List that the plan was made with
 * @param plan of those that are not to be deleted
 */
record DatabaseReading(List<ServiceDefinition> services, List<String> denied, List<String> groupOrder, StartPlan plan) {
    private static final String ORDER_KEY = ScmWorld.CONTROL_SET + "\\Control\\ServiceGroupOrder";

    /** Reads the registry as it stands. */
    static DatabaseReading of(Registry registry) {
        List<String> order = groupOrder(registry);
        Optional<KeyTree> services = registry.tree(ScmWorld.SERVICES);
        if (services.isEmpty()) {
            return new DatabaseReading(List.of(), List.of(), order, new StartPlan(List.of()));
        }
        DatabaseReading known = services.get().memo(DatabaseReading.class, key -> read(key, order));
        return known.groupOrder.equals(order) ? known : read(services.get(), order);
    }

    private static DatabaseReading read(KeyTree services, List<String> order) {
        List<ServiceDefinition> all = List.copyOf(ServiceDatabase.read(services));
        List<ServiceDefinition> kept = new ArrayList<>(all.size());
        for (ServiceDefinition service : all) {
            if (!service.deleted()) {
                kept.add(service);
            }
        }
        return new DatabaseReading(all, KeyOwnership.denied(services), order, StartPlan.of(kept, order));
    }

    /** {@code ServiceGroupOrder\List} (G1); empty if it is missing or of another type. */
    private static List<String> groupOrder(Registry registry) {
        Optional<KeyTree> key = registry.tree(ORDER_KEY);
        return key.isEmpty()
                ? List.of()
                : key.get().memo(Order.class, Order::read).groups();
    }

    private record Order(List<String> groups) {
        static Order read(KeyTree key) {
            return new Order(
                    List.copyOf(key.value("List").flatMap(RegistryValue::texts).orElse(List.of())));
        }
    }
}
