package ntbed.eventlog;

import java.util.EnumMap;
import java.util.Map;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.time.FileTime;

/** Makes images that only a mishap leaves behind. */
record EventLogImageEdit(EventLogImage image) {
    EventLogImage powerCut(FileTime lastAlive) {
        Map<Log, LogFile> files = new EnumMap<>(Log.class);
        for (Log log : Log.values()) {
            files.put(log, image.file(log));
        }
        return new EventLogImage(files, false, lastAlive);
    }
}
