package ntbed.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output into a pipe whose reader, such as {@code head}, may have read enough: that is no error. */
final class ReaderMayLeave extends FilterOutputStream {
    ReaderMayLeave(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("pipe")) {
                throw e;
            }
        }
    }
}
