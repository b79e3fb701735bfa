package ntbed.fix;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.eventlog.EventLogApi;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Environment;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.time.FileTime;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** The surface of a machine as Mockito mocks over two maps; what a test does not prepare is not there. */
public final class FakeMachine {
    /** The mocks, to verify calls on. */
    public final Win32 surface = mock(Win32.class);

    public final RegistryApi registry = mock(RegistryApi.class);
    public final FileApi files = mock(FileApi.class);
    public final EventLogApi eventLog = mock(EventLogApi.class);

    private final SortedMap<String, SortedMap<String, RegistryValue>> keys = new TreeMap<>();
    private final SortedMap<NtPath, byte[]> content = new TreeMap<>();
    private final List<EventRecord> records = new ArrayList<>();

    public FakeMachine() {
        when(surface.registry()).thenReturn(registry);
        when(surface.files()).thenReturn(files);
        when(surface.eventLog()).thenReturn(eventLog);
        when(surface.withPrivilege(any(Privilege.class))).thenReturn(surface);
        when(surface.environment()).thenReturn(Environment.of(Map.of("SystemRoot", "C:\\WINNT", "SystemDrive", "C:")));
        when(registry.openKey(anyString(), anyInt()))
                .thenAnswer(call -> open(call.getArgument(0), call.getArgument(1)));
        when(files.exists(any())).thenAnswer(call -> content.containsKey(call.<NtPath>getArgument(0)));
        doAnswer(call -> copy(call.getArgument(0), call.getArgument(1)))
                .when(files)
                .copy(any(), any(), anyBoolean());
        doAnswer(call -> content.remove(call.<NtPath>getArgument(0)))
                .when(files)
                .delete(any());
        when(eventLog.readEventLog(any())).thenReturn(records);
        when(eventLog.description(any())).thenAnswer(call -> "The text of the event.\r\nIts second line.");
    }

    /** Prepares a key with a value. */
    public FakeMachine value(String key, String name, RegistryValue value) {
        keys.computeIfAbsent(NtPath.fold(key), folded -> new TreeMap<>()).put(NtPath.fold(name), value);
        return this;
    }

    /** Prepares a file. */
    public FakeMachine file(String path) {
        content.put(NtPath.of(path), new byte[] {1});
        return this;
    }

    /** Prepares a record of the System log. */
    public FakeMachine event(String source, int eventId, String... inserts) {
        FileTime time = FileTime.ofUnixSeconds(920_304_000L);
        records.add(new EventRecord(
                records.size() + 1,
                time,
                time,
                source,
                eventId,
                eventId,
                EventType.ERROR,
                0,
                Optional.empty(),
                "CLONE",
                List.of(inserts),
                List.of()));
        return this;
    }

    /** Lets every opening of a key with more than reading end with an error. */
    public FakeMachine refuseWriting(Win32Error error) {
        doAnswer(call -> {
                    if (call.<Integer>getArgument(1) != AccessMask.KEY_QUERY_VALUE) {
                        throw error.raise(call.getArgument(0));
                    }
                    return open(call.getArgument(0), call.getArgument(1));
                })
                .when(registry)
                .openKey(anyString(), anyInt());
        return this;
    }

    /** Lets the restart end with an error. */
    public FakeMachine refuseRestart(Win32Error error) {
        doThrow(error.raise("")).when(surface).exitWindows(anyBoolean());
        return this;
    }

    /** What is on the machine now: registry values and files, by the names a plan uses for them. */
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        keys.forEach((key, values) -> values.forEach((name, value) -> state.put(key + "\\" + name, value)));
        content.forEach((path, bytes) -> state.put(path.folded(), bytes));
        return state;
    }

    /** Fails if the machine was restarted another number of times. */
    public void verifyRestarts(int times) {
        verify(surface, times(times)).exitWindows(true);
    }

    private byte[] copy(NtPath source, NtPath target) {
        byte[] bytes = content.get(source);
        if (bytes == null) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(source.toString());
        }
        if (content.containsKey(target)) {
            throw Win32Error.ERROR_FILE_EXISTS.raise(target.toString());
        }
        content.put(target, bytes);
        return bytes;
    }

    private RegistryKey open(String path, int access) {
        SortedMap<String, RegistryValue> values = keys.get(NtPath.fold(path));
        if (values == null) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path);
        }
        RegistryKey key = mock(RegistryKey.class);
        boolean writable = (access & AccessMask.KEY_SET_VALUE) != 0;
        when(key.queryValue(anyString())).thenAnswer(call -> existing(values, call.getArgument(0)));
        doAnswer(call -> {
                    requireWritable(writable, path);
                    return values.put(NtPath.fold(call.getArgument(0)), call.getArgument(1));
                })
                .when(key)
                .setValue(anyString(), any());
        doAnswer(call -> {
                    requireWritable(writable, path);
                    return values.remove(NtPath.fold(call.getArgument(0)));
                })
                .when(key)
                .deleteValue(anyString());
        return key;
    }

    private static RegistryValue existing(SortedMap<String, RegistryValue> values, String name) {
        RegistryValue value = values.get(NtPath.fold(name));
        if (value == null) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(name);
        }
        return value;
    }

    private static void requireWritable(boolean writable, String path) {
        if (!writable) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path);
        }
    }
}
