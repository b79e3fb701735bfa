package ntbed.filesystem;

import java.lang.reflect.Proxy;

/** The contract, with a snapshot taken before every single operation, so that folds happen all the time, too. */
final class ForkedFilesTest extends FileApiContract {
    @Override
    FileApi files() {
        TestVolumes machine = TestVolumes.empty();
        FileApi files = machine.system();
        return (FileApi) Proxy.newProxyInstance(
                FileApi.class.getClassLoader(), new Class<?>[] {FileApi.class}, (proxy, method, arguments) -> {
                    machine.freeze();
                    try {
                        return method.invoke(files, arguments);
                    } catch (java.lang.reflect.InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}
