package ntbed.scenario;

/** A small good article, and the same with one place changed. */
final class Texts {
    static final String GOOD = """
            record:
              id: Q100000
              title: A small article
              summary: It fails.
              product: Microsoft Windows NT
              version: 4.0
              modified: 1999-03-01
              applies to: [Microsoft Windows NT Server version 4.0]
              issue type: kbprb
            machine:
              editions: [server]
            cause:
              because: A file is gone.
              steps:
                - delete file: C:\\WINNT\\a.exe
            after:
              - power on
            symptoms:
              - event: {source: Service Control Manager, id: 7000, text: It failed}
            remedies:
              - id: A
                title: Put it back
                steps:
                  - step: 1
                    tool: explorer
                    action: Copy it.
                    do:
                      - copy file: {from: C:\\b.exe, to: C:\\WINNT\\a.exe}
                changes: [C:\\WINNT\\a.exe]
                proof:
                  steps: [restart]
                  cured: [master]
            """;

    private Texts() {}

    /** The good article with one text in place of another that stands in it. */
    static String with(String old, String replacement) {
        if (!GOOD.contains(old)) {
            throw new AssertionError("not in the article: " + old);
        }
        return GOOD.replace(old, replacement);
    }
}
